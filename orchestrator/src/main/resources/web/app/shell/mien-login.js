import { html, nothing } from 'lit';
import { PageElement } from '../live/element.js';
import { api } from '../live/api.js';
import './mien-mark.js';

/** Asks for an API key and turns it into a session cookie. `offered`: a key that a link brought. */
class MienLogin extends PageElement {
  static properties = { offered: { attribute: false }, failure: { state: true }, busy: { state: true } };

  updated(changed) {
    if (changed.has('offered') && this.offered) {
      this.#signIn(this.offered);
    }
  }

  render() {
    return html`<div class="login">
      <form class="card" @submit=${(event) => this.#submit(event)}>
        <mien-mark mood=${this.failure ? 'sad' : this.busy ? 'neutral' : 'happy'}></mien-mark>
        <h1>Mien</h1>
        <p class="quiet">Expression synthesis, from faces to measured results.</p>
        <label for="key">API key</label>
        <input id="key" name="key" type="password" autocomplete="current-password" required autofocus
          aria-describedby="key-help" aria-invalid=${this.failure ? 'true' : 'false'}>
        <p id="key-help" class="quiet small">It was printed once, when the system first started.</p>
        ${this.failure ? html`<p class="error" role="alert">${this.failure}</p>` : nothing}
        <button class="primary" ?disabled=${this.busy}>${this.busy ? 'Signing in …' : 'Sign in'}</button>
      </form>
    </div>`;
  }

  #submit(event) {
    event.preventDefault();
    this.#signIn(new FormData(event.target).get('key').trim());
  }

  async #signIn(key) {
    this.busy = true;
    this.failure = undefined;
    try {
      await api.signIn(key);
      this.dispatchEvent(new Event('signed-in'));
    } catch (failure) {
      this.failure = failure.status === 401
        ? 'This API key is not known here. Check for a missing character, or ask an administrator for a new key.'
        : failure.message;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('mien-login', MienLogin);
