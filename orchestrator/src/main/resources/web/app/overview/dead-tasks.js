import { html, nothing } from 'lit';
import { LiveElement } from '../live/element.js';
import { api } from '../live/api.js';
import { dateTime } from '../format/format.js';

/** Tasks that are out of their budgets, by cause; nothing is shown while there are none. */
class DeadTasks extends LiveElement {
  static properties = { causes: { state: true }, said: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#fetch();
  }

  received(event) {
    if (event.type === 'task.dead' || event.type === 'run.retried') {
      this.#fetch();
    }
  }

  render() {
    if (!this.causes?.length) {
      return nothing;
    }
    return html`<section class="card" aria-labelledby="dead-title">
      <div class="card-head"><h2 id="dead-title">Dead tasks</h2></div>
      ${this.said ? html`<p class="small" role="status">${this.said}</p>` : nothing}
      <div class="scroll"><table>
        <thead><tr><th>Kind</th><th>Error</th><th class="number">Tasks</th><th>Last</th><th></th></tr></thead>
        <tbody>${this.causes.map((cause) => this.#row(cause))}</tbody>
      </table></div>
    </section>`;
  }

  #row(cause) {
    return html`<tr data-fingerprint=${cause.fingerprint}>
      <td><strong>${cause.kind.toLowerCase()}</strong></td>
      <td><code>${cause.code}</code> <span class="small">${cause.message}</span></td>
      <td class="number">${cause.tasks}</td>
      <td>${dateTime(cause.lastAt)}</td>
      <td><button title="What had succeeded stays" @click=${() => this.#redrive(cause)}>Drive again</button></td>
    </tr>`;
  }

  async #redrive(cause) {
    try {
      const { runs, refused } = await api.redrive(cause.fingerprint);
      this.said = `${runs.length} ${runs.length === 1 ? 'run goes' : 'runs go'} on. ${refused.map((each) => each.detail).join(' ')}`;
    } catch (failure) {
      this.said = failure.message;
    }
    await this.#fetch();
  }

  async #fetch() {
    try {
      this.causes = await api.deadTasks();
    } catch (failure) {
      this.said = failure.message;
    }
  }
}

customElements.define('dead-tasks', DeadTasks);
