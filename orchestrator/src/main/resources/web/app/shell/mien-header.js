import { html, nothing } from 'lit';
import { LiveElement } from '../live/element.js';
import { api, sessionEnded } from '../live/api.js';
import { live } from '../live/live.js';
import './mien-mark.js';

const PLACES = [
  ['', 'Overview'],
  ['datasets', 'Datasets'],
  ['checkpoints', 'Checkpoints'],
  ['evaluations', 'Evaluations'],
  ['photo', 'Try it'],
];

/** Name, places to go, and whether the page is live. */
class MienHeader extends LiveElement {
  static properties = { at: {} };

  /** Where the places do not all fit, the current one is shown. */
  updated(changed) {
    if (changed.has('at')) {
      this.querySelector('[aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
    }
  }

  render() {
    const here = this.at === 'runs' ? '' : this.at;
    return html`<header class="top">
      <a class="brand" href="#/" aria-label="Mien, overview"><mien-mark mood=${mood()}></mien-mark><span>Mien</span></a>
      <nav aria-label="Main">
        ${PLACES.map(([place, title]) => html`
          <a href="#/${place}" aria-current=${place === here ? 'page' : nothing}>${title}</a>`)}
      </nav>
      <span class="pulse ${live.connection}" role="status">
        <i aria-hidden="true"></i>${live.connection === 'open' ? 'Live' : 'Connecting'}
      </span>
      <button class="plain small" @click=${() => this.#signOut()}>Sign out</button>
    </header>`;
  }

  async #signOut() {
    await api.signOut().catch(() => {});
    sessionEnded();
  }
}

/** How the system is, as a face. */
function mood() {
  if (live.connection === 'away') {
    return 'surprised';
  }
  const components = Object.values(live.system?.components ?? {});
  if (components.some((state) => state !== 'UP')) {
    return 'sad';
  }
  return live.connection === 'open' ? 'happy' : 'neutral';
}

customElements.define('mien-header', MienHeader);
