import { html, nothing } from 'lit';
import { PageElement } from '../live/element.js';
import { dateTime, shortId, stepTitle } from '../format/format.js';
import { toneOf } from '../format/state-badge.js';
import './loss-curves.js';
import './sample-grids.js';
import '../results/task-result.js';

/** Everything about one step: how it goes, what it learns, what it left. */
class StepPanel extends PageElement {
  static properties = { run: { attribute: false }, step: { attribute: false } };

  render() {
    const { name, state, task, tasks, progress, waitingFor } = this.step;
    return html`<section class="card step" aria-labelledby="step-title">
      <div class="card-head"><h2 id="step-title">${stepTitle(name)}</h2><state-badge state=${state}></state-badge></div>
      ${waitingFor ? html`<p class="waiting" role="status">${waitingFor}</p>` : nothing}
      ${task?.error ? errorBox(task) : nothing}
      ${progress && state === 'RUNNING'
        ? html`<progress-line detailed .progress=${progress} tone=${toneOf(state)} label=${stepTitle(name)}></progress-line>` : nothing}
      ${tasks ? html`<p class="small" data-tasks>${sharedFacts(tasks)}</p>` : nothing}
      ${task ? taskFacts(task) : nothing}
      ${task?.result && !(this.run.evaluationId && task.result.type === 'SynthesisEvaluated') ? html`<task-result .result=${task.result}></task-result>` : nothing}
    </section>
    ${name.startsWith('train-') && task?.startedAt ? html`
      <loss-curves .taskId=${task.taskId} ?live=${state === 'RUNNING'}></loss-curves>
      <sample-grids .taskId=${task.taskId}></sample-grids>` : nothing}`;
  }
}

/** `8 tasks: 5 done, 1 running, 2 waiting`; below it stands the one to look at. */
function sharedFacts({ waiting, running, succeeded, ended }) {
  const counts = [[succeeded, 'done'], [running, 'running'], [waiting, 'waiting'], [ended, 'ended without a result']];
  const said = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return `${waiting + running + succeeded + ended} tasks: ${said.join(', ')}`;
}

/** @param {import('../live/types.js').TaskView} task */
function taskFacts(task) {
  const facts = [
    task.startedAt && ['Started', dateTime(task.startedAt)],
    task.startedAt && [task.finishedAt ? 'Took' : 'Running for',
      html`<live-time start=${task.startedAt} end=${task.finishedAt ?? nothing}></live-time>`],
    task.attempt > 0 && ['Attempt', task.attempt],
    task.failures > 0 && ['Failures', task.failures],
    task.interruptions > 0 && ['Interruptions', task.interruptions],
    task.reusedFrom && ['Taken from', html`<code title=${task.reusedFrom}>an earlier run</code>`],
    task.workerId && ['Worker', html`<code title=${task.workerId}>${shortId(task.workerId)}</code>`],
    ['Task', html`<code title=${task.taskId}>${shortId(task.taskId)}</code>`],
  ].filter(Boolean);
  return html`<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function errorBox({ error, state }) {
  const over = ['FAILED', 'DEAD'].includes(state);
  return html`<div class="error ${over ? '' : 'past'}" role=${over ? 'alert' : 'note'}>
    <strong>${over ? 'Failed' : 'An earlier attempt failed'}: <code>${error.code}</code></strong>
    <p>${error.message}</p>
    <p class="small">${error.category.toLowerCase().replaceAll('_', ' ')} · fingerprint <code>${error.fingerprint}</code></p>
  </div>`;
}

customElements.define('step-panel', StepPanel);
