import { html, nothing } from 'lit';
import { LiveElement } from '../live/element.js';
import { api } from '../live/api.js';
import { percent, shortId } from '../format/format.js';
import '../results/evaluation-report.js';

/** Every evaluation, and the selected one in full. */
class EvaluationPage extends LiveElement {
  static properties = { selected: { attribute: false }, evaluations: { state: true }, failure: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  received(event) {
    if (event.type === 'task.succeeded' && event.data?.kind === 'eval') {
      this.#load();
    }
  }

  render() {
    const all = this.evaluations ?? [];
    const chosen = all.find((each) => each.evaluationId === this.selected) ?? all[0];
    return html`<div class="title"><h1>Evaluations</h1>
        <p class="quiet">How well the generated expressions are recognised, by a judge trained on other people.</p></div>
      ${this.failure ? html`<p class="error" role="alert">${this.failure}</p>` : nothing}
      <section class="card" aria-label="Evaluations">
        ${all.length > 0 ? table(all, chosen)
          : html`<p class="empty">${this.evaluations ? 'No evaluation yet: it is the last step of a run.' : 'Loading …'}</p>`}
      </section>
      ${chosen ? html`<evaluation-report .view=${chosen}></evaluation-report>` : nothing}`;
  }

  async #load() {
    try {
      this.evaluations = (await api.evaluations()).items;
      this.failure = undefined;
    } catch (failure) {
      this.failure = failure.message;
    }
  }
}

function table(evaluations, chosen) {
  return html`<div class="scroll"><table>
    <thead><tr><th>Evaluation</th><th class="number">Target expression</th><th class="number">Macro</th>
      <th class="number">Judge</th><th class="number">Copy</th><th class="number">SSIM</th><th>Run</th><th>Made</th></tr></thead>
    <tbody>${evaluations.map(({ evaluationId, measures, runId, createdAt }) => html`<tr
        class=${evaluationId === chosen.evaluationId ? 'selected' : ''}>
      <td><a href="#/evaluations/${evaluationId}"><code>${shortId(evaluationId)}</code></a></td>
      <td class="number"><strong>${percent(measures.targetExpressionAccuracy.value)}</strong></td>
      <td class="number">${percent(measures.targetExpressionMacro)}</td>
      <td class="number">${percent(measures.classifierAccuracy.value)}</td>
      <td class="number">${percent(measures.copyAccuracy.value)}</td>
      <td class="number">${measures.reconstruction.ssim.toFixed(3)}</td>
      <td><a href="#/runs/${runId}">${shortId(runId)}</a></td>
      <td><live-time ago start=${createdAt}></live-time></td>
    </tr>`)}</tbody></table></div>`;
}

customElements.define('evaluation-page', EvaluationPage);
