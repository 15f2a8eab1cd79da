import { html } from 'lit';
import { PageElement } from '../live/element.js';
import { count } from '../format/format.js';
import { usageTerms } from './usage-terms.js';
import { groupHeading, groupsOf, shownNames } from '../format/label-groups.js';

/** What a checkpoint is good for. */
class CheckpointSummary extends PageElement {
  static properties = { summary: { attribute: false } };

  render() {
    const { network, imageSize, iterations, datasetFingerprint, terms } = this.summary;
    return html`<dl class="facts">
        <div><dt>Network</dt><dd>${network}</dd></div>
        <div><dt>Image size</dt><dd>${imageSize} × ${imageSize}</dd></div>
        ${datasetFingerprint ? html`<div><dt>Iterations</dt><dd>${count(iterations)}</dd></div>
        <div><dt>Dataset</dt><dd><code title=${datasetFingerprint}>${datasetFingerprint.slice(0, 12)}</code></dd></div>`
        : html`<div><dt>Trained</dt><dd>elsewhere</dd></div>`}
      </dl>
      ${groupsOf(this.summary).map((known) => html`<p class="chips" aria-label=${groupHeading(known.group)}>
        ${shownNames(known).map((name) => html`<span class="chip">${name}</span>`)}</p>`)}
      ${usageTerms(terms)}`;
  }
}

customElements.define('checkpoint-summary', CheckpointSummary);
