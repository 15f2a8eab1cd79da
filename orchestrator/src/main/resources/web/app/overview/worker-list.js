import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LiveElement } from '../live/element.js';
import { live } from '../live/live.js';
import { bytes } from '../format/format.js';

const ORDER = ['ALIVE', 'LOST', 'STOPPED'];

/** Every worker as it last reported. */
class WorkerList extends LiveElement {
  static properties = { all: { state: true } };

  render() {
    const known = [...live.workers.values()].sort((one, other) =>
      ORDER.indexOf(one.state) - ORDER.indexOf(other.state)
      || one.heartbeat.kind.localeCompare(other.heartbeat.kind));
    const shown = this.all ? known : known.filter((worker) => worker.state !== 'STOPPED');
    const stopped = known.length - known.filter((worker) => worker.state !== 'STOPPED').length;
    return html`<section class="card" aria-labelledby="workers-title">
      <div class="card-head"><h2 id="workers-title">Workers</h2>
        ${stopped > 0 ? html`<button class="plain" @click=${() => (this.all = !this.all)}>
          ${this.all ? 'Hide' : 'Show'} ${stopped} stopped</button>` : ''}</div>
      ${shown.length === 0
        ? html`<p class="empty">No worker has reported. Tasks wait until one does.</p>`
        : html`<div class="scroll"><table>
          <thead><tr><th>Kind</th><th>State</th><th>Busy</th><th>Device</th><th class="number">Memory</th>
            <th class="number">Peak</th><th>Where</th><th>Up</th></tr></thead>
          <tbody>${repeat(shown, (worker) => worker.heartbeat.workerId, workerRow)}</tbody>
        </table></div>`}
    </section>`;
  }
}

/** @param {import('../live/types.js').WorkerView} worker */
function workerRow({ heartbeat, state, lastSeenAt, drainedAt, drainReason }) {
  const slots = Array.from({ length: heartbeat.slots }, (_, slot) => slot < heartbeat.busy);
  return html`<tr data-worker=${heartbeat.workerId}>
    <td><strong>${heartbeat.kind}</strong></td>
    <td><state-badge state=${state}></state-badge>
      ${drainedAt ? html`<span class="warn-text small" title=${drainReason}>drained</span>` : ''}</td>
    <td><span class="slots" aria-label="${heartbeat.busy} of ${heartbeat.slots} slots busy">
      ${slots.map((busy) => html`<i class=${busy ? 'busy' : ''}></i>`)}</span> ${heartbeat.busy}/${heartbeat.slots}</td>
    <td><code>${heartbeat.device}</code></td>
    <td class="number">${bytes(heartbeat.residentBytes)}</td>
    <td class="number">${bytes(heartbeat.peakResidentBytes)}</td>
    <td title=${heartbeat.workerId}>${heartbeat.host} <span class="quiet">· pid ${heartbeat.pid}</span></td>
    <td>${state === 'ALIVE'
      ? html`<live-time start=${heartbeat.startedAt}></live-time>`
      : html`seen <live-time ago start=${lastSeenAt}></live-time>`}</td>
  </tr>`;
}

customElements.define('worker-list', WorkerList);
