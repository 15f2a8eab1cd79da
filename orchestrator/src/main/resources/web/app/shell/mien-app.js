import { html } from 'lit';
import { LiveElement } from '../live/element.js';
import { live } from '../live/live.js';
import { api, session } from '../live/api.js';
import { route, takeKeyFromAddress } from '../live/router.js';
import './mien-header.js';
import './mien-login.js';
import './connection-banner.js';
import '../format/live-time.js';
import '../format/state-badge.js';
import '../format/progress-line.js';
import '../overview/overview-page.js';
import '../run/run-page.js';
import '../library/dataset-page.js';
import '../library/checkpoint-page.js';
import '../library/evaluation-page.js';
import '../photo/photo-page.js';

const TITLES = {
  runs: 'Run', datasets: 'Datasets', checkpoints: 'Checkpoints', evaluations: 'Evaluations', photo: 'Try it',
};

/** The whole page: signs in, connects, and shows what the address bar names. */
class MienApp extends LiveElement {
  static properties = { session: { state: true }, at: { state: true } };

  #navigated = () => this.#arrive();
  #signedOut = () => {
    live.stop();
    this.session = 'closed';
  };

  constructor() {
    super();
    this.session = 'unknown';
    this.at = [];
    this.key = takeKeyFromAddress();
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', this.#navigated);
    session.addEventListener('ended', this.#signedOut);
    this.#arrive();
    this.#resume();
  }

  disconnectedCallback() {
    removeEventListener('hashchange', this.#navigated);
    session.removeEventListener('ended', this.#signedOut);
    super.disconnectedCallback();
  }

  render() {
    if (this.session !== 'open') {
      return html`<mien-login ?hidden=${this.session === 'unknown'} .offered=${this.key}
        @signed-in=${() => this.#signedIn()}></mien-login>`;
    }
    return html`
      <a class="skip" href="#main" @click=${(event) => this.#skip(event)}>Skip to content</a>
      <mien-header .at=${this.at[0] ?? ''}></mien-header>
      <connection-banner></connection-banner>
      <main id="main" tabindex="-1">${this.#page()}</main>`;
  }

  #page() {
    const [place, id, part] = this.at;
    switch (place) {
      case 'runs': return html`<run-page .runId=${id} .part=${part}></run-page>`;
      case 'datasets': return html`<dataset-page .selected=${id}></dataset-page>`;
      case 'checkpoints': return html`<checkpoint-page></checkpoint-page>`;
      case 'evaluations': return html`<evaluation-page .selected=${id}></evaluation-page>`;
      case 'photo': return html`<photo-page></photo-page>`;
      default: return html`<overview-page></overview-page>`;
    }
  }

  #arrive() {
    const samePage = route()[0] === this.at[0] && route()[1] === this.at[1];
    const key = takeKeyFromAddress();
    this.at = route();
    document.title = [TITLES[this.at[0]], 'Mien'].filter(Boolean).join(' · ');
    if (key) {
      this.key = key;
      this.session = 'closed';
    }
    if (!samePage) {
      scrollTo(0, 0);
      this.querySelector('main')?.focus({ preventScroll: true });
    }
  }

  /** Goes on with the session of the cookie, unless the address brought a key. */
  async #resume() {
    if (this.key) {
      this.session = 'closed';
      return;
    }
    const failure = await api.system().then(() => undefined, (problem) => problem);
    if (failure?.status === 401) {
      this.session = 'closed';
    } else {
      this.#signedIn();
    }
  }

  #signedIn() {
    this.key = undefined;
    this.session = 'open';
    live.start();
  }

  #skip(event) {
    event.preventDefault();
    this.querySelector('main').focus();
  }
}

customElements.define('mien-app', MienApp);
