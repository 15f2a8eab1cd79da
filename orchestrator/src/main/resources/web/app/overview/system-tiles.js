import { html, nothing } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { LiveElement } from '../live/element.js';
import { live } from '../live/live.js';

const KINDS = { ingest: 'Ingest', train: 'Train', synth: 'Synthesise', eval: 'Evaluate' };
const PARTS = { postgresql: 'PostgreSQL', kafka: 'Kafka', 'object-store': 'Object store' };

/** The queue of every kind of task, and the health of what the system stands on. */
class SystemTiles extends LiveElement {
  render() {
    const { queues = {}, components = {}, version } = live.system ?? {};
    return html`<section class="tiles" aria-label="Queues and health">
      ${Object.keys(KINDS).map((kind) => queueTile(KINDS[kind], queues[kind]))}
      <div class="tile health">
        <h2>Health</h2>
        <ul>${Object.entries(components).map(component)}</ul>
        ${version ? html`<p class="quiet small">Version ${version}</p>` : nothing}
      </div>
    </section>`;
  }
}

/** A component is `UP`, or its state is a sentence that says why not. */
function component([name, state]) {
  const up = state === 'UP';
  return html`<li><i class="dot ${up ? 'good' : 'bad'}" aria-hidden="true"></i>${PARTS[name] ?? name}
    <span class=${up ? 'quiet' : 'bad-text'}>${up ? 'up' : 'away'}</span>
    ${up ? nothing : html`<span class="small quiet why">${state}</span>`}</li>`;
}

function queueTile(title, queue = { queued: 0, offered: 0, running: 0, slots: 0, dead: 0 }) {
  const waiting = queue.queued + queue.offered;
  const busy = queue.slots > 0 ? Math.min(1, queue.running / queue.slots) : 0;
  return html`<div class="tile" aria-label="${title} queue">
    <h2>${title}</h2>
    <p class="big">${queue.running}<small> of ${queue.slots} ${queue.slots === 1 ? 'slot' : 'slots'} busy</small></p>
    <div class="meter ${queue.slots === 0 ? 'idle' : 'active'}" aria-hidden="true">
      <span style=${styleMap({ width: `${busy * 100}%` })}></span></div>
    <p class="small">
      <span class=${waiting > 0 ? '' : 'quiet'}>${waiting} waiting</span>
      ${queue.dead > 0 ? html` · <span class="bad-text">${queue.dead} dead</span>` : nothing}
      ${queue.slots === 0 ? html` · <span class="warn-text">no worker</span>` : nothing}
      ${queue.paused ? html` · <span class="warn-text" title=${queue.paused}>paused</span>` : nothing}
    </p>
  </div>`;
}

customElements.define('system-tiles', SystemTiles);
