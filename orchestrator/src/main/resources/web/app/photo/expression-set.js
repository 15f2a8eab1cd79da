import { html, nothing } from 'lit';
import { PageElement } from '../live/element.js';

/** The expressions of a photo, once made; or how far they are, or why not. */
class ExpressionSet extends PageElement {
  static properties = { set: { attribute: false }, photo: { attribute: false } };

  render() {
    const { runId, state, images, error, contactSheetUrl } = this.set;
    return html`<section class="card" aria-labelledby="set-title" aria-live="polite">
      <div class="card-head"><h2 id="set-title">Expressions</h2><state-badge state=${state}></state-badge>
        <a class="small" href="#/runs/${runId}">its run</a>
        ${contactSheetUrl ? html`<a class="small" href=${contactSheetUrl} target="_blank" rel="noopener">contact sheet</a>` : nothing}</div>
      ${error ? html`<p class="error" role="alert">${error.message} <code class="small">${error.code}</code></p>` : nothing}
      ${state === 'RUNNING' && images.length === 0
        ? html`<p class="waiting" role="status">The workers have it. If they are busy with other work, this takes a moment.</p>` : nothing}
      <div class="faces">${images.map(({ expression, url, format }) => html`<figure>
        <img src=${url} alt="The face, ${expression}">
        <figcaption>${expression} <a href=${url} download="${expression}.${format === 'jpeg' ? 'jpg' : format ?? 'png'}" aria-label="Download ${expression}">↓</a></figcaption>
      </figure>`)}</div>
    </section>`;
  }
}

customElements.define('expression-set', ExpressionSet);
