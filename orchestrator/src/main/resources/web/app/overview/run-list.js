import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LiveElement } from '../live/element.js';
import { live } from '../live/live.js';
import { shortId } from '../format/format.js';
import './run-segments.js';

const SHOWN = { all: 'All', pipeline: 'Pipelines', faces: 'Faces', expressions: 'Photos' };

/** All runs, newest first, each with the state and progress of its steps. */
class RunList extends LiveElement {
  static properties = { shown: { state: true } };

  constructor() {
    super();
    this.shown = 'all';
  }

  render() {
    const runs = [...live.runs.values()]
      .filter((run) => this.shown === 'all' || run.template === this.shown)
      .sort((one, other) => other.createdAt.localeCompare(one.createdAt));
    return html`<section class="card" aria-labelledby="runs-title">
      <div class="card-head"><h2 id="runs-title">Runs</h2>${this.#filter()}</div>
      ${runs.length === 0 ? this.#empty() : html`<ul class="runs">
        ${repeat(runs, (run) => run.runId, runRow)}</ul>`}
      ${live.olderRuns ? html`<button @click=${() => live.loadOlderRuns()}>Show older runs</button>` : nothing}
    </section>`;
  }

  #filter() {
    return html`<div class="choice" role="group" aria-label="Which runs">
      ${Object.entries(SHOWN).map(([value, title]) => html`
        <button aria-pressed=${this.shown === value ? 'true' : 'false'} @click=${() => (this.shown = value)}>${title}</button>`)}
    </div>`;
  }

  #empty() {
    return html`<p class="empty">No runs yet. Start one from a <a href="#/datasets">dataset</a>,
      or make a single face smile under <a href="#/photo">Try it</a>.</p>`;
  }
}

/** @param {import('../live/types.js').RunView} run */
function runRow(run) {
  return html`<li><a class="run-row" href="#/runs/${run.runId}" data-run=${run.runId}>
    <span class="run-name"><strong>${run.name}</strong>
      <span class="quiet small">${run.preset ?? run.template} · ${shortId(run.runId)} ·
        <live-time ago start=${run.createdAt}></live-time></span></span>
    <run-segments .run=${run}></run-segments>
    <state-badge state=${run.state}></state-badge>
    <span class="run-time small"><live-time start=${run.createdAt} end=${run.finishedAt ?? nothing}></live-time></span>
  </a></li>`;
}

customElements.define('run-list', RunList);
