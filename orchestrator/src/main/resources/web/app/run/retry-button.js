import { html, nothing } from 'lit';
import { PageElement } from '../live/element.js';
import { live } from '../live/live.js';
import { api } from '../live/api.js';

/** Goes on with a run that failed or was cancelled. */
class RetryButton extends PageElement {
  static properties = { run: { attribute: false }, failure: { state: true } };

  render() {
    if (!['FAILED', 'CANCELLED'].includes(this.run.state)) {
      return nothing;
    }
    return html`<span class="cancel">
      <button title="What had succeeded stays" @click=${() => this.#retry()}>Retry run</button>
      ${this.failure ? html`<span class="error" role="alert">${this.failure}</span>` : nothing}
    </span>`;
  }

  async #retry() {
    this.failure = undefined;
    try {
      await api.retryRun(this.run.runId);
      await live.watchRun(this.run.runId);
    } catch (failure) {
      this.failure = failure.message;
    }
  }
}

customElements.define('retry-button', RetryButton);
