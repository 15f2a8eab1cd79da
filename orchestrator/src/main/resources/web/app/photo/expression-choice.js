import { html, nothing } from 'lit';
import { PageElement } from '../live/element.js';
import { shortId } from '../format/format.js';
import { groupHeading, groupsOf } from '../format/label-groups.js';

/**
 * Which labels of which group, by which checkpoint, and which attributes the photo shows already; tells its listener
 * `changed` with what changed.
 */
class ExpressionChoice extends PageElement {
  static properties = {
    checkpoints: { attribute: false }, checkpoint: { attribute: false }, group: { attribute: false },
    expressions: { attribute: false }, holds: { attribute: false },
  };

  render() {
    if (!this.checkpoints) {
      return html`<p class="quiet">Loading …</p>`;
    }
    const chosen = this.checkpoints.find((each) => each.checkpointId === this.checkpoint);
    if (!chosen) {
      return html`<p class="waiting">There is no StarGAN checkpoint yet. Start a run from a <a href="#/datasets">dataset</a> first.</p>`;
    }
    const groups = groupsOf(chosen.summary);
    const { group, exclusive, names } = groups.find((each) => each.group === this.group) ?? groups[0];
    const all = this.expressions.length === names.length;
    return html`${groups.length > 1 ? this.#groups(groups, group) : nothing}
      <fieldset><legend>${groupHeading(group)}</legend>
        <button type="button" class="plain small" @click=${() => this.#tell({ expressions: all ? [] : names })}>
          ${all ? 'none' : 'all'}</button>
        ${this.#chips(names, this.expressions, (expressions) => ({ expressions }))}
      </fieldset>
      ${exclusive ? nothing : html`<fieldset><legend>The photo shows</legend>
        ${this.#chips(names, this.holds, (holds) => ({ holds }))}</fieldset>`}
      <label>Checkpoint
        <select @change=${(event) => this.#choose(event.target.value)}>
          ${this.checkpoints.map(({ checkpointId, aliases, summary }) => html`
            <option value=${checkpointId} ?selected=${checkpointId === this.checkpoint}>
              ${[shortId(checkpointId), ...aliases].join(' · ')} · ${summary.imageSize} px</option>`)}
        </select></label>`;
  }

  #groups(groups, chosen) {
    return html`<label>Change
      <select @change=${(event) => this.#tell(choiceOf(groups.find(({ group }) => group === event.target.value)))}>
        ${groups.map(({ group }) => html`<option value=${group} ?selected=${group === chosen}>${groupHeading(group)}</option>`)}
      </select></label>`;
  }

  #chips(names, taken, change) {
    const toggle = (name) => names.filter((each) => (each === name ? !taken.includes(name) : taken.includes(each)));
    return html`<div class="chips">${names.map((name) => html`<label class="chip choice-chip">
      <input type="checkbox" .checked=${taken.includes(name)} @change=${() => this.#tell(change(toggle(name)))}>${name}</label>`)}</div>`;
  }

  #choose(id) {
    const { summary } = this.checkpoints.find((each) => each.checkpointId === id);
    this.#tell({ checkpoint: id, ...choiceOf(groupsOf(summary)[0]) });
  }

  #tell(detail) {
    this.dispatchEvent(new CustomEvent('changed', { detail }));
  }
}

/** All labels of a group, for a photo that shows no attribute. */
export function choiceOf({ group, names }) {
  return { group, expressions: names, holds: [] };
}

customElements.define('expression-choice', ExpressionChoice);
