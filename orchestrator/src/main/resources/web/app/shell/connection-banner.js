import { html, nothing } from 'lit';
import { LiveElement } from '../live/element.js';
import { live } from '../live/live.js';

/** Says that what is shown may be old, while the orchestrator is away. */
class ConnectionBanner extends LiveElement {
  render() {
    return html`<div role="alert">${live.connection === 'away'
      ? html`<p class="banner"><strong>The orchestrator is away.</strong>
          What you see is the last that was known; it comes up to date by itself once the orchestrator answers again.</p>`
      : nothing}</div>`;
  }
}

customElements.define('connection-banner', ConnectionBanner);
