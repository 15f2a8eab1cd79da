import { html, nothing } from 'lit';
import { PageElement } from '../live/element.js';

/** A picture that a click shows as large as the window; with `columns`, the names of its columns above it. */
class ZoomImage extends PageElement {
  static properties = { url: { attribute: false }, caption: {}, columns: { attribute: false }, broken: { state: true } };

  willUpdate(changed) {
    if (changed.has('url')) {
      this.broken = false;
    }
  }

  render() {
    if (this.broken) {
      return html`<p class="empty">This picture is not in the object store: <code>${this.url}</code></p>`;
    }
    return html`${this.columns ? columnNames(this.columns) : nothing}
      <button class="picture" aria-label="Enlarge: ${this.caption}" @click=${() => this.#dialog().showModal()}>
        <img src=${this.url} alt=${this.caption} loading="lazy" @error=${() => (this.broken = true)}>
      </button>
      <dialog class="lightbox" aria-label=${this.caption} @click=${() => this.#dialog().close()}>
        <div class="enlarged">${this.columns ? columnNames(this.columns) : nothing}<img src=${this.url} alt=""></div>
        <p>${this.caption} ${this.url ? html`<a href=${this.url} download @click=${(event) => event.stopPropagation()}>Download</a>` : nothing}</p>
      </dialog>`;
  }

  /** @returns {HTMLDialogElement} */
  #dialog() {
    return this.querySelector('dialog');
  }
}

function columnNames(columns) {
  return html`<div class="columns" aria-hidden="true">${columns.map((name) => html`<span title=${name}>${name}</span>`)}</div>`;
}

customElements.define('zoom-image', ZoomImage);
