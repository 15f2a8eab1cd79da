import { html, nothing } from 'lit';
import { LiveElement } from '../live/element.js';
import { live } from '../live/live.js';
import { api } from '../live/api.js';
import { count } from '../format/format.js';
import { addPoints, groupCurves, smooth } from './curve-groups.js';
import './line-chart.js';

/** @import { Measure } from '../live/types.js' */

const POINTS = 500;

/** Points that were too many for one event come by asking, at the latest after this. */
const OVERDUE_MS = 15_000;

/** The curves of a training task, growing while it runs. */
class LossCurves extends LiveElement {
  static properties = {
    taskId: { attribute: false }, live: { type: Boolean },
    curves: { state: true }, logarithmic: { state: true }, smoothed: { state: true },
  };

  /** For each question on its way, the points that came since. @type {Set<Measure[]>} */
  #since = new Set();

  constructor() {
    super();
    this.curves = [];
  }

  willUpdate(changed) {
    const back = live.connection === 'open' && this.connection !== 'open';
    this.connection = live.connection;
    if (changed.has('taskId')) {
      this.curves = [];
    }
    if (changed.has('taskId') || back) {
      this.#load(this.taskId);
    }
  }

  received(event) {
    if (event.taskId !== this.taskId) {
      return;
    }
    if (event.type === 'task.measured') {
      this.curves = addPoints(this.curves, event.data);
      this.#since.forEach((points) => points.push(...event.data));
      this.grownAt = Date.now();
    }
    const overdue = event.type === 'task.progressed' && Date.now() - this.grownAt > OVERDUE_MS;
    if (overdue || event.type === 'task.succeeded' || this.curves.some((curve) => curve.values.length > 3 * POINTS)) {
      this.#load(this.taskId);
    }
  }

  render() {
    const groups = groupCurves(this.curves);
    if (groups.length === 0) {
      return this.live ? html`<section class="card"><p class="empty">The first measures have not come yet.</p></section>` : nothing;
    }
    const reached = Math.max(...this.curves.map((curve) => curve.iterations.at(-1) ?? 0));
    return html`<section class="card curves" aria-labelledby="curves-title">
      <div class="card-head"><h2 id="curves-title">Learning curves</h2>
        <span class="quiet small">iteration ${count(reached)}</span>
        <span class="switches">
          <label><input type="checkbox" .checked=${this.smoothed} @change=${(event) => (this.smoothed = event.target.checked)}> Smooth</label>
          <label><input type="checkbox" .checked=${this.logarithmic} @change=${(event) => (this.logarithmic = event.target.checked)}> Log scale</label>
        </span>
      </div>
      <div class="charts">${groups.map((group) => html`<figure class=${group.small ? 'small-chart' : ''}>
        <figcaption>${group.title}</figcaption>
        <line-chart label=${group.title} .curves=${this.#drawn(group.curves)} ?share=${group.share} ?small=${group.small}
          ?logarithmic=${this.logarithmic && group.logarithmic}></line-chart>
      </figure>`)}</div>
    </section>`;
  }

  #drawn(curves) {
    return this.smoothed ? curves.map((curve) => ({ ...curve, values: smooth(curve.values) })) : curves;
  }

  /** Shows what the orchestrator has, and what came while it answered. */
  async #load(taskId) {
    this.grownAt = Date.now();
    const points = [];
    this.#since.add(points);
    const curves = await api.measures(taskId, POINTS).catch(() => undefined);
    this.#since.delete(points);
    if (curves && taskId === this.taskId) {
      this.curves = addPoints(curves, points);
    }
  }
}

customElements.define('loss-curves', LossCurves);
