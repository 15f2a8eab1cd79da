import { html, nothing } from 'lit';
import { LiveElement } from '../live/element.js';
import { live } from '../live/live.js';
import { api } from '../live/api.js';
import { dateTime } from '../format/format.js';
import './run-graph.js';
import './cancel-button.js';
import './pause-button.js';
import './retry-button.js';
import './step-panel.js';
import '../results/evaluation-report.js';

const INTEREST = ['RUNNING', 'FAILED', 'QUEUED'];

/** One run: its graph, the chosen step, and the evaluation when there is one. */
class RunPage extends LiveElement {
  static properties = { runId: { attribute: false }, part: { attribute: false }, failure: { state: true }, evaluation: { state: true } };

  willUpdate(changed) {
    if (changed.has('runId')) {
      this.failure = undefined;
      this.evaluation = undefined;
      this.asked = undefined;
      live.watchRun(this.runId).catch((failure) => (this.failure = failure.message));
    }
    const wanted = live.runs.get(this.runId)?.evaluationId;
    if (wanted && wanted !== this.asked) {
      this.asked = wanted;
      this.#fetch(wanted);
    }
  }

  /** Shows the evaluation, unless another run has been opened meanwhile. */
  #fetch(wanted) {
    const stillWanted = (act) => (answer) => { if (this.asked === wanted) { act(answer); } };
    api.evaluation(wanted).then(
      stillWanted((view) => (this.evaluation = view)), stillWanted(() => (this.asked = undefined)));
  }

  render() {
    const run = live.runs.get(this.runId);
    if (!run) {
      return html`<p class=${this.failure ? 'error' : 'quiet'} role="status">${this.failure ?? 'Loading the run …'}</p>`;
    }
    const step = this.#chosen(run);
    return html`
      <div class="title">
        <p class="crumbs"><a href="#/">Overview</a> / run</p>
        <div class="title-line"><h1>${run.name}</h1><state-badge state=${run.state}></state-badge>
          <pause-button .run=${run}></pause-button><cancel-button .run=${run}></cancel-button><retry-button .run=${run}></retry-button></div>
        <p class="quiet">${facts(run)}</p>
      </div>
      <section class="card" aria-label="Steps"><run-graph .run=${run} chosen=${step?.name ?? nothing}></run-graph></section>
      ${step ? html`<step-panel .run=${run} .step=${step}></step-panel>` : nothing}
      ${this.evaluation && step?.kind === 'eval'
        ? html`<evaluation-report .view=${this.evaluation}></evaluation-report>` : nothing}`;
  }

  /** The step that the address names, else the one that most likely interests. */
  #chosen(run) {
    const named = run.steps.find((step) => step.name === this.part);
    const likely = INTEREST.map((state) => run.steps.findLast((step) => step.state === state)).find(Boolean);
    return named ?? likely ?? run.steps.findLast((step) => step.task) ?? run.steps[0];
  }
}

function facts(run) {
  return html`${run.preset ? html`preset <strong>${run.preset}</strong> · ` : nothing}
    ${run.datasetId ? html`<a href="#/datasets/${run.datasetId}">dataset</a> · ` : nothing}
    started ${dateTime(run.createdAt)} ·
    ${run.finishedAt ? 'took' : 'running for'} <live-time start=${run.createdAt} end=${run.finishedAt ?? nothing}></live-time>
    · <code class="small">${run.runId}</code>`;
}

customElements.define('run-page', RunPage);
