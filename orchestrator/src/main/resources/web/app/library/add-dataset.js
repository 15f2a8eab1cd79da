import { html, nothing } from 'lit';
import { PageElement } from '../live/element.js';
import { api } from '../live/api.js';

/** Registers a folder or an archive as a dataset; tells its listener `added`. */
class AddDataset extends PageElement {
  static properties = { busy: { state: true }, failure: { state: true } };

  render() {
    return html`<form class="card add" @submit=${(event) => this.#add(event)} aria-labelledby="add-title">
      <h2 id="add-title">Register a folder or an archive</h2>
      <div class="fields">
        <label>Name <input name="name" required maxlength="100" placeholder="my faces"></label>
        <label class="wide">Folder or archive <input name="source" required placeholder="/data/faces, /data/faces.zip or s3://bucket/faces/" spellcheck="false"></label>
        <button ?disabled=${this.busy}>Register</button>
      </div>
      <p class="small quiet">As the ingest workers see it, as a folder, <code>.zip</code>, <code>.tar</code> or <code>.tar.gz</code>: one sub-folder for each expression, a <code>legend.csv</code>, or a public dataset as it is published.</p>
      ${this.failure ? html`<p class="error" role="alert">${this.failure}</p>` : nothing}
    </form>`;
  }

  async #add(event) {
    event.preventDefault();
    const form = event.target;
    const { name, source } = Object.fromEntries(new FormData(form));
    this.busy = true;
    this.failure = undefined;
    try {
      await api.addDataset({ name: name.trim(), source: asUri(source.trim()) });
      form.reset();
      this.dispatchEvent(new Event('added'));
    } catch (failure) {
      this.failure = failure.message;
    } finally {
      this.busy = false;
    }
  }
}

/** `/data/my faces` → `file:///data/my%20faces`; an address stays as it is. */
function asUri(source) {
  return source.startsWith('/') ? `file://${source.split('/').map(encodeURIComponent).join('/')}` : source;
}

customElements.define('add-dataset', AddDataset);
