import { html, svg, nothing } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { PageElement } from '../live/element.js';
import { toneOf } from '../format/state-badge.js';
import { duration, percent, secondsLeft, share, stepTitle } from '../format/format.js';
import { layOut } from './graph-layout.js';

/** The steps of a run and what depends on what; a click chooses a step. */
class RunGraph extends PageElement {
  static properties = { run: { attribute: false }, chosen: {}, width: { state: true } };

  #observer = new ResizeObserver(([entry]) => (this.width = entry.contentRect.width));

  connectedCallback() {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  disconnectedCallback() {
    this.#observer.disconnect();
    super.disconnectedCallback();
  }

  render() {
    if (!this.width) {
      return nothing;
    }
    const steps = this.run.steps;
    const state = new Map(steps.map((step) => [step.name, step.state]));
    const { boxes, edges, height } = layOut(steps, this.width);
    return html`<nav class="graph" aria-label="Steps of the run" style=${styleMap({ height: `${height}px` })}>
      <svg width=${this.width} height=${height} aria-hidden="true">
        ${edges.map(({ from, to, path }) => svg`<path d=${path} class="edge ${edgeTone(state.get(from), state.get(to))}"/>`)}
      </svg>
      ${steps.map((step) => this.#node(step, boxes.get(step.name)))}
    </nav>`;
  }

  #node(step, box) {
    const place = { left: `${box.x}px`, top: `${box.y}px`, width: `${box.width}px`, height: `${box.height}px` };
    return html`<a class="node ${toneOf(step.state)}" style=${styleMap(place)} data-step=${step.name}
        href="#/runs/${this.run.runId}/${step.name}" aria-current=${step.name === this.chosen ? 'step' : nothing}>
      <span class="node-title">${stepTitle(step.name)}</span>
      <state-badge state=${step.state}></state-badge>
      <span class="node-foot">${foot(step)}</span>
    </a>`;
  }
}

function foot(step) {
  const { task, progress } = step;
  if (step.state === 'RUNNING') {
    const left = secondsLeft(progress);
    const done = share(progress);
    return html`<progress-line .progress=${progress} label="${stepTitle(step.name)} progress"></progress-line>
      <span class="small">${[done !== undefined && percent(done, 0), left > 0 && `${duration(left)} left`]
        .filter(Boolean).join(' · ') || progress?.phase}</span>`;
  }
  if (step.seconds !== undefined && task?.finishedAt) {
    return html`<span class="small quiet">${duration(step.seconds)}${task.attempt > 1 ? ` · attempt ${task.attempt}` : ''}</span>`;
  }
  return html`<span class="small quiet clamp">${step.waitingFor ?? ''}</span>`;
}

function edgeTone(from, to) {
  return from === 'SUCCEEDED' ? (to === 'RUNNING' ? 'flow' : 'done') : '';
}

customElements.define('run-graph', RunGraph);
