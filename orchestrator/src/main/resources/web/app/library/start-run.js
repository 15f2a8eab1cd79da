import { html, nothing } from 'lit';
import { PageElement } from '../live/element.js';
import { api } from '../live/api.js';

/** Groups of labels that a dataset can teach without more being said. */
const CHOICES = {
  expressions: [{ group: 'expression' }],
  poses: [{ group: 'pose' }],
  'expressions and poses': [{ group: 'expression' }, { group: 'pose' }],
};

/** Starts a run on a dataset and goes there. */
class StartRun extends PageElement {
  static properties = { dataset: { attribute: false }, presets: { state: true }, busy: { state: true }, failure: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    api.presets().then((presets) => (this.presets = presets), (failure) => (this.failure = failure.message));
  }

  render() {
    return html`<form class="inline" @submit=${(event) => this.#start(event)}>
      <select name="preset" aria-label="Preset">
        ${this.presets?.map(({ name, description }) => html`<option value=${name} title=${description}>${name}</option>`)}
      </select>
      <select name="labels" aria-label="What is learned">
        <option value="" title="What the preset says: expressions, if nothing else">preset's labels</option>
        ${Object.keys(CHOICES).map((choice) => html`<option value=${choice}>${choice}</option>`)}
      </select>
      ${this.dataset.terms?.minors === 'present'
        ? html`<label class="small"><input type="checkbox" name="minors" value="include"> include minors</label>` : nothing}
      ${this.dataset.options?.folds ? html`<label class="small">fold
        <input name="fold" type="number" min="1" max=${this.dataset.options.folds} value="1" title="The fold that tests"></label>` : nothing}
      <select name="purpose" aria-label="Purpose">
        <option value="" title="What the installation is for">usual purpose</option>
        <option value="research">research</option><option value="commercial">commercial</option>
      </select>
      <button class="primary" ?disabled=${this.busy || !this.presets}>Start run</button>
      ${this.failure ? html`<span class="error" role="alert">${this.failure}</span>` : nothing}
    </form>`;
  }

  async #start(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const preset = form.get('preset');
    const labels = CHOICES[form.get('labels')];
    const purpose = form.get('purpose');
    const minors = form.get('minors');
    const fold = Number(form.get('fold'));
    this.busy = true;
    this.failure = undefined;
    try {
      const run = await api.startRun({ datasetId: this.dataset.datasetId, preset, ...(labels && { labels }),
        ...(purpose && { purpose }), ...(minors && { minors }), ...(fold && { fold }) });
      location.hash = `#/runs/${run.runId}`;
    } catch (failure) {
      this.failure = failure.message;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('start-run', StartRun);
