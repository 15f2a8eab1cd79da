import { html, nothing } from 'lit';
import { LiveElement } from '../live/element.js';
import { live } from '../live/live.js';
import './system-tiles.js';
import './run-list.js';
import './worker-list.js';
import './dead-tasks.js';

/** What is going on: health, queues, runs, workers. */
class OverviewPage extends LiveElement {
  render() {
    const active = [...live.runs.values()].filter((run) => run.state === 'RUNNING').length;
    return html`
      <div class="title"><h1>Overview</h1>
        <p class="quiet">${active === 0 ? 'Nothing is running.' : active === 1 ? 'One run is under way.' : `${active} runs are under way.`}</p>
      </div>
      ${live.failure ? html`<p class="error" role="alert">${live.failure}</p>` : nothing}
      <system-tiles></system-tiles>
      <dead-tasks></dead-tasks>
      <run-list></run-list>
      <worker-list></worker-list>`;
  }
}

customElements.define('overview-page', OverviewPage);
