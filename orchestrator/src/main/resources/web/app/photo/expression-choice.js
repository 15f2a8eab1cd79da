import { html } from 'lit';
import { PageElement } from '../live/element.js';
import { shortId } from '../format/format.js';

/** Which expressions, by which checkpoint; tells its listener `changed` with what changed. */
class ExpressionChoice extends PageElement {
  static properties = { checkpoints: { attribute: false }, checkpoint: { attribute: false }, expressions: { attribute: false } };

  render() {
    if (!this.checkpoints) {
      return html`<p class="quiet">Loading …</p>`;
    }
    const chosen = this.checkpoints.find((each) => each.checkpointId === this.checkpoint);
    if (!chosen) {
      return html`<p class="waiting">There is no StarGAN checkpoint yet. Start a run from a <a href="#/datasets">dataset</a> first.</p>`;
    }
    const labels = chosen.summary.labels;
    const all = this.expressions.length === labels.length;
    return html`<fieldset><legend>Expressions</legend>
        <button type="button" class="plain small" @click=${() => this.#tell({ expressions: all ? [] : labels })}>
          ${all ? 'none' : 'all'}</button>
        <div class="chips">${labels.map((label) => html`<label class="chip choice-chip">
          <input type="checkbox" .checked=${this.expressions.includes(label)} @change=${() => this.#toggle(label, labels)}>${label}</label>`)}</div>
      </fieldset>
      <label>Checkpoint
        <select @change=${(event) => this.#choose(event.target.value)}>
          ${this.checkpoints.map(({ checkpointId, aliases, summary }) => html`
            <option value=${checkpointId} ?selected=${checkpointId === this.checkpoint}>
              ${[shortId(checkpointId), ...aliases].join(' · ')} · ${summary.imageSize} px</option>`)}
        </select></label>`;
  }

  #toggle(label, labels) {
    const has = this.expressions.includes(label);
    this.#tell({ expressions: labels.filter((each) => (each === label ? !has : this.expressions.includes(each))) });
  }

  #choose(id) {
    const { labels } = this.checkpoints.find((each) => each.checkpointId === id).summary;
    this.#tell({ checkpoint: id, expressions: labels });
  }

  #tell(detail) {
    this.dispatchEvent(new CustomEvent('changed', { detail }));
  }
}

customElements.define('expression-choice', ExpressionChoice);
