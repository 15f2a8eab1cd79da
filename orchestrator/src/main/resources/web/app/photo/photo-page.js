import { html, nothing } from 'lit';
import { LiveElement } from '../live/element.js';
import { api, ApiError } from '../live/api.js';
import './photo-drop.js';
import { choiceOf } from './expression-choice.js';
import { groupsOf } from '../format/label-groups.js';
import './expression-set.js';

const FINAL = new Set(['SUCCEEDED', 'FAILED', 'CANCELLED']);

/** One photo in, its expressions out. */
class PhotoPage extends LiveElement {
  static properties = {
    photo: { state: true }, checkpoints: { state: true }, checkpoint: { state: true },
    group: { state: true }, expressions: { state: true }, holds: { state: true }, output: { state: true }, set: { state: true }, failure: { state: true }, busy: { state: true },
  };

  constructor() {
    super();
    this.expressions = [];
    this.holds = [];
    this.output = 'crop';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#loadCheckpoints();
  }

  /** The events of its run tell when to look again. */
  received(event) {
    if (this.set && event.runId === this.set.runId && !FINAL.has(this.set.state) && event.type.startsWith('run.')) {
      this.#look();
    }
  }

  render() {
    return html`<div class="title"><h1>Try it</h1>
        <p class="quiet">Give a photo of a face and choose how it should look.</p></div>
      <form class="card photo" @submit=${(event) => this.#send(event)}>
        <photo-drop .photo=${this.photo} @chosen=${(event) => this.#photoChosen(event.detail)}></photo-drop>
        <div class="wishes">
          <expression-choice .checkpoints=${this.checkpoints} .checkpoint=${this.checkpoint} .group=${this.group}
            .expressions=${this.expressions} .holds=${this.holds}
            @changed=${(event) => Object.assign(this, event.detail)}></expression-choice>
          <label>Show
            <select name="output" @change=${(event) => { this.output = event.target.value; }}>
              <option value="crop">the face</option>
              <option value="pasted">the whole photo</option>
            </select></label>
          <button class="primary" ?disabled=${this.busy || !this.photo || this.expressions.length === 0}>
            ${this.busy ? 'Working …' : 'Make expressions'}</button>
          ${this.failure ? html`<p class="error" role="alert">${this.failure}</p>` : nothing}
        </div>
      </form>
      ${this.set ? html`<expression-set .set=${this.set} .photo=${this.photo}></expression-set>` : nothing}`;
  }

  #photoChosen(photo) {
    this.photo = photo;
    this.set = undefined;
    this.failure = undefined;
  }

  async #send(event) {
    event.preventDefault();
    const form = new FormData();
    form.set('photo', this.photo);
    form.set('group', this.group);
    form.set('expressions', this.expressions.join(','));
    form.set('holds', this.holds.join(','));
    form.set('checkpoint', this.checkpoint);
    form.set('output', this.output);
    await this.#working(async () => {
      this.set = undefined;
      this.set = await api.makeExpressions(form);
    });
  }

  #look() {
    const { runId } = this.set;
    return this.#working(async () => {
      const set = await api.expressions(runId);
      this.set = this.set?.runId === runId ? set : this.set;
    });
  }

  async #working(action) {
    this.busy = true;
    this.failure = undefined;
    try {
      await action();
    } catch (failure) {
      this.failure = failure instanceof ApiError ? failure.message : `The photo could not be sent: ${failure.message}`;
    }
    this.busy = this.set !== undefined && !this.failure && !FINAL.has(this.set.state);
    if (this.busy) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.isConnected && this.busy && this.#look(), 3000);
    }
  }

  async #loadCheckpoints() {
    try {
      const { items } = await api.checkpoints('stargan');
      this.checkpoints = items;
      const first = items.find(({ aliases }) => aliases.includes('champion')) ?? items[0];
      this.checkpoint = first?.checkpointId;
      if (first) {
        Object.assign(this, choiceOf(groupsOf(first.summary)[0]));
      }
    } catch (failure) {
      this.failure = failure.message;
    }
  }
}

customElements.define('photo-page', PhotoPage);
