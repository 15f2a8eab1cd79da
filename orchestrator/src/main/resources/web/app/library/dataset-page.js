import { html, nothing } from 'lit';
import { LiveElement } from '../live/element.js';
import { api } from '../live/api.js';
import { dateTime, shortId } from '../format/format.js';
import './start-run.js';
import './add-dataset.js';
import '../results/dataset-summary.js';
import { usageTerms } from '../results/usage-terms.js';

/** Every dataset, with what its preparation gave. */
class DatasetPage extends LiveElement {
  static properties = { selected: { attribute: false }, datasets: { state: true }, failure: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  received(event) {
    if (event.type === 'task.succeeded' && event.data?.kind === 'ingest') {
      this.#load();
    }
  }

  render() {
    return html`<div class="title"><h1>Datasets</h1>
        <p class="quiet">Folders of faces that the ingest workers can read.</p></div>
      ${this.failure ? html`<p class="error" role="alert">${this.failure}</p>` : nothing}
      ${this.datasets?.length === 0 ? html`<p class="card empty">No dataset yet. Register one below,
        or with <code>mien dataset add</code>.</p>` : nothing}
      ${this.datasets?.map((dataset) => this.#card(dataset))}
      <add-dataset @added=${() => this.#load()}></add-dataset>`;
  }

  #card(dataset) {
    return html`<section class="card ${dataset.datasetId === this.selected ? 'selected' : ''}" aria-label="Dataset ${dataset.name}">
      <div class="card-head"><h2>${dataset.name}</h2>
        <start-run .dataset=${dataset}></start-run></div>
      <p class="small quiet"><code>${dataset.source}</code> · layout ${dataset.layout} · added ${dateTime(dataset.createdAt)}
        · ${shortId(dataset.datasetId)}</p>
      ${dataset.erased?.length > 0 ? html`<p class="small quiet">Erased, and kept out: ${dataset.erased.join(', ')}</p>` : nothing}
      ${dataset.prepared
        ? html`<dataset-summary .prepared=${dataset.prepared}></dataset-summary>`
        : html`${usageTerms(dataset.terms)}<p class="waiting">Not prepared yet: the first step of its first run reads, crops and splits it.</p>`}
    </section>`;
  }

  async #load() {
    try {
      this.datasets = (await api.datasets()).items;
      this.failure = undefined;
    } catch (failure) {
      this.failure = failure.message;
    }
  }
}

customElements.define('dataset-page', DatasetPage);
