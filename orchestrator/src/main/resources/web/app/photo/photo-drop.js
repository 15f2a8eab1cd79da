import { html } from 'lit';
import { PageElement } from '../live/element.js';
import { bytes } from '../format/format.js';

/** A place to drop or choose a photo; tells its listener `chosen` with the file. */
class PhotoDrop extends PageElement {
  static properties = { photo: { attribute: false }, over: { state: true } };

  willUpdate(changed) {
    if (changed.has('photo')) {
      URL.revokeObjectURL(this.preview);
      this.preview = this.photo && URL.createObjectURL(this.photo);
    }
  }

  disconnectedCallback() {
    URL.revokeObjectURL(this.preview);
    super.disconnectedCallback();
  }

  render() {
    return html`<label class="drop ${this.over ? 'over' : ''}"
        @dragover=${(event) => this.#hover(event, true)} @dragleave=${(event) => this.#hover(event, false)}
        @drop=${(event) => this.#dropped(event)}>
      <input type="file" name="photo" accept="image/jpeg,image/png,image/webp" class="unseen"
        @change=${(event) => this.#choose(event.target.files[0])}>
      ${this.photo
        ? html`<img src=${this.preview} alt="The chosen photo"><span class="small quiet">${this.photo.name} · ${bytes(this.photo.size)} · click to change</span>`
        : html`<mien-mark mood="neutral"></mien-mark><strong>Drop a photo here</strong><span class="quiet small">or click to choose: JPEG, PNG or WebP, up to 20 MiB</span>`}
    </label>`;
  }

  #hover(event, over) {
    event.preventDefault();
    this.over = over;
  }

  #dropped(event) {
    this.#hover(event, false);
    this.#choose(event.dataTransfer.files[0]);
  }

  #choose(file) {
    if (file) {
      this.dispatchEvent(new CustomEvent('chosen', { detail: file }));
    }
  }
}

customElements.define('photo-drop', PhotoDrop);
