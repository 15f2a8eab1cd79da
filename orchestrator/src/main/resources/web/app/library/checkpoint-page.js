import { html, nothing } from 'lit';
import { LiveElement } from '../live/element.js';
import { api } from '../live/api.js';
import { count, shortId } from '../format/format.js';
import { groupsOf, shownNames } from '../format/label-groups.js';

/** Every published checkpoint. */
class CheckpointPage extends LiveElement {
  static properties = { checkpoints: { state: true }, failure: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  received(event) {
    if (event.type === 'task.succeeded' && event.data?.kind === 'train') {
      this.#load();
    }
  }

  render() {
    return html`<div class="title"><h1>Checkpoints</h1>
        <p class="quiet">What was learned, ready for synthesis and evaluation.</p></div>
      ${this.failure ? html`<p class="error" role="alert">${this.failure}</p>` : nothing}
      <section class="card" aria-label="Checkpoints">
        ${this.checkpoints?.length > 0 ? table(this.checkpoints)
          : html`<p class="empty">${this.checkpoints ? 'No checkpoint yet: the training steps of a run publish them.' : 'Loading …'}</p>`}
      </section>`;
  }

  async #load() {
    try {
      this.checkpoints = (await api.checkpoints()).items;
      this.failure = undefined;
    } catch (failure) {
      this.failure = failure.message;
    }
  }
}

function table(checkpoints) {
  return html`<div class="scroll"><table>
    <thead><tr><th>Checkpoint</th><th>Network</th><th>Labels</th><th class="number">Size</th>
      <th class="number">Iterations</th><th>Run</th><th>Made</th></tr></thead>
    <tbody>${checkpoints.map(({ checkpointId, summary, aliases, runId, createdAt }) => html`<tr>
      <td><code title=${checkpointId}>${shortId(checkpointId)}</code>
        ${aliases.map((alias) => html`<span class="chip alias">${alias}</span>`)}</td>
      <td><strong>${summary.network}</strong></td>
      <td class="labels">${groupsOf(summary).flatMap(shownNames).map((label) => html`<span class="chip">${label}</span>`)}</td>
      <td class="number">${summary.imageSize} px</td>
      <td class="number">${count(summary.iterations)}</td>
      <td>${runId ? html`<a href="#/runs/${runId}">${shortId(runId)}</a>` : nothing}</td>
      <td><live-time ago start=${createdAt}></live-time></td>
    </tr>`)}</tbody></table></div>`;
}

customElements.define('checkpoint-page', CheckpointPage);
