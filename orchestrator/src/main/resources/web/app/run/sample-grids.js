import { html, nothing } from 'lit';
import { LiveElement } from '../live/element.js';
import { live } from '../live/live.js';
import { api } from '../live/api.js';
import { count } from '../format/format.js';
import { named } from '../format/label-groups.js';
import '../results/zoom-image.js';

const FRAME_MS = 450;

/** What the network can do by now: its sample grids, newest first, and a slider back in time. */
class SampleGrids extends LiveElement {
  static properties = { taskId: { attribute: false }, samples: { state: true }, chosen: { state: true }, playing: { state: true } };

  constructor() {
    super();
    this.samples = [];
  }

  disconnectedCallback() {
    this.#pause();
    super.disconnectedCallback();
  }

  willUpdate(changed) {
    const back = live.connection === 'open' && this.connection !== 'open';
    this.connection = live.connection;
    if (changed.has('taskId')) {
      this.samples = [];
      this.chosen = undefined;
    }
    if (changed.has('taskId') || back) {
      this.#load(this.taskId);
    }
  }

  received(event) {
    if (event.type === 'task.sampled' && event.taskId === this.taskId) {
      this.#load(this.taskId);
    }
  }

  render() {
    if (this.samples.length === 0) {
      return nothing;
    }
    const last = this.samples.length - 1;
    const at = Math.min(this.chosen ?? last, last);
    const sample = this.samples[at];
    return html`<section class="card samples" aria-labelledby="samples-title">
      <div class="card-head"><h2 id="samples-title">Samples</h2>
        <span class="quiet small">iteration <strong>${count(sample.iteration)}</strong>${at === last ? ', newest' : ''}</span></div>
      <div class="slider">
        <button class="round" aria-label=${this.playing ? 'Pause' : 'Play from the start'} ?disabled=${last === 0}
          @click=${() => (this.playing ? this.#pause() : this.#play())}>${this.playing ? '❚❚' : '▶'}</button>
        <input type="range" min="0" max=${last} .value=${String(at)} ?disabled=${last === 0} aria-label="Iteration"
          aria-valuetext="iteration ${sample.iteration}" @input=${(event) => this.#choose(Number(event.target.value))}>
      </div>
      <zoom-image .url=${sample.url} .columns=${named(sample.columns)} caption="Samples after ${count(sample.iteration)} iterations${sample.columns.length > 0 ? ': fixed faces as rows; the input, then every label' : ''}"></zoom-image>
    </section>`;
  }

  /** At the end of the slider the newest stays chosen as more come. */
  #choose(index) {
    this.#pause();
    this.chosen = index === this.samples.length - 1 ? undefined : index;
  }

  #play() {
    this.samples.forEach((sample) => (new Image().src = sample.url));
    this.chosen = 0;
    this.playing = setInterval(() => {
      this.chosen = this.chosen + 1;
      if (this.chosen >= this.samples.length - 1) {
        this.#choose(this.samples.length - 1);
      }
    }, FRAME_MS);
  }

  #pause() {
    clearInterval(this.playing);
    this.playing = undefined;
  }

  async #load(taskId) {
    const samples = await api.samples(taskId).catch(() => undefined);
    if (samples && taskId === this.taskId) {
      this.samples = samples;
    }
  }
}

customElements.define('sample-grids', SampleGrids);
