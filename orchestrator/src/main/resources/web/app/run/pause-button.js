import { html, nothing } from 'lit';
import { PageElement } from '../live/element.js';
import { live } from '../live/live.js';
import { api } from '../live/api.js';

/** Lets a run rest, or go on. */
class PauseButton extends PageElement {
  static properties = { run: { attribute: false }, failure: { state: true } };

  render() {
    const { state } = this.run;
    if (state !== 'RUNNING' && state !== 'PAUSED') {
      return nothing;
    }
    return html`<span class="cancel">
      ${state === 'RUNNING'
        ? html`<button title="A training leaves its state and stops; nothing more begins" @click=${() => this.#change(api.pauseRun)}>Pause run</button>`
        : html`<button title="It goes on where it stopped" @click=${() => this.#change(api.resumeRun)}>Resume run</button>`}
      ${this.failure ? html`<span class="error" role="alert">${this.failure}</span>` : nothing}
    </span>`;
  }

  async #change(act) {
    this.failure = undefined;
    try {
      await act(this.run.runId);
      await live.watchRun(this.run.runId);
    } catch (failure) {
      this.failure = failure.message;
    }
  }
}

customElements.define('pause-button', PauseButton);
