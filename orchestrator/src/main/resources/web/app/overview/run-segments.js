import { html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { PageElement } from '../live/element.js';
import { duration, percent, secondsLeft, share, stepTitle, words } from '../format/format.js';
import { toneOf } from '../format/state-badge.js';

/** One line for a whole run: a segment for each step, filled as far as the step is. */
class RunSegments extends PageElement {
  static properties = { run: { attribute: false } };

  render() {
    const steps = this.run.steps;
    return html`<span class="segments" aria-hidden="true">
        ${steps.map((step) => html`<i class="meter ${toneOf(step.state)}" title="${stepTitle(step.name)}: ${words(step.state)}">
          <span style=${styleMap({ width: `${filled(step) * 100}%` })}></span></i>`)}
      </span>
      <span class="small quiet segment-note">${note(this.run)}</span>`;
  }
}

function filled(step) {
  return step.state === 'SUCCEEDED' || step.state === 'FAILED' ? 1 : share(step.progress) ?? 0;
}

/** What is going on in a run, in a few words. */
function note(run) {
  const running = run.steps.filter((step) => step.state === 'RUNNING');
  if (running.length > 0) {
    return running.map(runningNote).join(' · ');
  }
  const failed = run.steps.find((step) => step.state === 'FAILED');
  if (failed) {
    return `${stepTitle(failed.name)} failed: ${failed.task?.error?.code ?? 'see the run'}`;
  }
  const waiting = run.steps.find((step) => step.state === 'QUEUED');
  if (waiting) {
    return waiting.waitingFor ?? `${stepTitle(waiting.name)} is queued`;
  }
  return `${run.steps.filter((step) => step.state === 'SUCCEEDED').length} of ${run.steps.length} steps done`;
}

function runningNote(step) {
  const done = share(step.progress);
  const left = secondsLeft(step.progress);
  return [stepTitle(step.name), done === undefined ? undefined : percent(done, 0), left > 0 && `${duration(left)} left`]
    .filter(Boolean)
    .join(', ');
}

customElements.define('run-segments', RunSegments);
