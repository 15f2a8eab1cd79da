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
        <label>Folds <input name="folds" type="number" min="3" max="20" placeholder="none" title="For a cross-validation over people"></label>
        <label>Licence <input name="licence" maxlength="200" placeholder="not stated"></label>
        <label>Commercial use ${choice('commercialUse', ['unknown', 'allowed', 'forbidden'])}</label>
        <label>Minors ${choice('minors', ['unknown', 'none', 'present'])}</label>
        <label>Consent <input name="consent" maxlength="200" placeholder="reference"></label>
        <button type="button" class="quiet" ?disabled=${this.busy} @click=${(event) => this.#inspect(event)}
          title="Show what an ingest would make of the folder; nothing is kept">Inspect</button>
        <button ?disabled=${this.busy}>Register</button>
      </div>
      <p class="small quiet">As the ingest workers see it, as a folder, <code>.zip</code>, <code>.tar</code> or <code>.tar.gz</code>: one sub-folder for each expression, a <code>legend.csv</code>, or a public dataset as it is published.</p>
      ${this.failure ? html`<p class="error" role="alert">${this.failure}</p>` : nothing}
    </form>`;
  }

  async #inspect(event) {
    const form = event.target.closest('form');
    const { source } = Object.fromEntries(new FormData(form));
    this.busy = true;
    this.failure = undefined;
    try {
      const run = await api.inspectDataset({ source: asUri(source.trim()) });
      location.hash = `#/runs/${run.runId}`;
    } catch (failure) {
      this.failure = failure.message;
    } finally {
      this.busy = false;
    }
  }

  async #add(event) {
    event.preventDefault();
    const form = event.target;
    const { name, source, folds, ...terms } = Object.fromEntries(new FormData(form));
    this.busy = true;
    this.failure = undefined;
    try {
      await api.addDataset({ name: name.trim(), source: asUri(source.trim()), terms,
        ...(folds && { options: { folds: Number(folds) } }) });
      form.reset();
      this.dispatchEvent(new Event('added'));
    } catch (failure) {
      this.failure = failure.message;
    } finally {
      this.busy = false;
    }
  }
}

function choice(name, values) {
  return html`<select name=${name}>${values.map((value) => html`<option>${value}</option>`)}</select>`;
}

/** `/data/my faces` → `file:///data/my%20faces`; an address stays as it is. */
function asUri(source) {
  return source.startsWith('/') ? `file://${source.split('/').map(encodeURIComponent).join('/')}` : source;
}

customElements.define('add-dataset', AddDataset);
