import { LitElement } from 'lit';
import { live } from './live.js';

/** Base of every component: rendered into the page itself, so that one style sheet serves all. */
export class PageElement extends LitElement {
  createRenderRoot() {
    return this;
  }
}

/** A component that shows live state and is rendered again when that changes. */
export class LiveElement extends PageElement {
  #changed = () => this.requestUpdate();
  #event = (event) => this.received(event.detail);

  connectedCallback() {
    super.connectedCallback();
    live.addEventListener('change', this.#changed);
    live.addEventListener('event', this.#event);
  }

  disconnectedCallback() {
    live.removeEventListener('change', this.#changed);
    live.removeEventListener('event', this.#event);
    super.disconnectedCallback();
  }

  /** Told of every event. @param {import('./types.js').EventView} event */
  received(event) {}
}
