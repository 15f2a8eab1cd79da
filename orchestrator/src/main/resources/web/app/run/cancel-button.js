import { html, nothing } from 'lit';
import { PageElement } from '../live/element.js';
import { live } from '../live/live.js';
import { api } from '../live/api.js';

/** Cancels a run, after a second click. */
class CancelButton extends PageElement {
  static properties = { run: { attribute: false }, asking: { state: true }, failure: { state: true } };

  render() {
    if (!['RUNNING', 'PAUSED'].includes(this.run.state)) {
      return nothing;
    }
    return html`<span class="cancel">
      ${this.asking
        ? html`<button class="danger" @click=${() => this.#cancel()}>Yes, cancel the run</button>
            <button class="plain" @click=${() => (this.asking = false)}>Keep it</button>`
        : html`<button @click=${() => (this.asking = true)}>Cancel run …</button>`}
      ${this.failure ? html`<span class="error" role="alert">${this.failure}</span>` : nothing}
    </span>`;
  }

  async #cancel() {
    this.asking = false;
    this.failure = undefined;
    try {
      await api.cancelRun(this.run.runId);
      await live.watchRun(this.run.runId);
    } catch (failure) {
      this.failure = failure.message;
    }
  }
}

customElements.define('cancel-button', CancelButton);
