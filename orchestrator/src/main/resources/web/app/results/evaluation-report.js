import { html, nothing } from 'lit';
import { PageElement } from '../live/element.js';
import { count, percent } from '../format/format.js';
import { leakWarning } from './leak-warning.js';
import './rate-bars.js';
import './confusion-matrix.js';
import './zoom-image.js';

/** The measures of an evaluation. `view`: EvaluationView, or just `measures`: EvaluationMeasures. */
class EvaluationReport extends PageElement {
  static properties = { view: { attribute: false }, measures: { attribute: false } };

  render() {
    const measures = this.view?.measures ?? this.measures;
    return html`<section class="card evaluation" aria-labelledby="evaluation-title">
      <div class="card-head"><h2 id="evaluation-title">Evaluation</h2>
        <span class="quiet small">on ${count(measures.subjects)} people ${measures.leak ? 'of a leaking split' : 'that the training never saw'}</span>
        ${this.view ? html`<a class="button" href=${this.view.pageUrl} target="_blank" rel="noopener">Open the report ↗</a>` : nothing}
      </div>
      ${leakWarning(measures.leak)}
      ${headline(measures)}
      <div class=${this.view ? 'with-gallery' : ''}>
        <div class="figures">
          <rate-bars .rates=${measures.perExpression} .order=${measures.labels}></rate-bars>
          <confusion-matrix heading="Generated faces" rows="asked for" columns="seen as"
            .labels=${measures.labels} .counts=${measures.confusion}></confusion-matrix>
          <details><summary>The judge on real test faces</summary>
            <confusion-matrix heading="Real test faces" rows="true" columns="seen as"
              .labels=${measures.labels} .counts=${measures.classifierConfusion}></confusion-matrix></details>
        </div>
        ${this.view ? html`<zoom-image .url=${this.view.galleryUrl} .columns=${['input', ...measures.labels]}
          caption="${measures.leak ? 'Test images' : 'Unseen people'}: the input, then every expression"></zoom-image>` : nothing}
      </div>
    </section>`;
  }
}

function headline(measures) {
  const { targetExpressionAccuracy, targetExpressionMacro, copyAccuracy, classifierAccuracy, reconstruction } = measures;
  return html`<div class="headline">
    ${rate('Target expression accuracy', targetExpressionAccuracy, `macro ${percent(targetExpressionMacro)}`, true)}
    ${rate('Judge on real faces', classifierAccuracy, 'the ceiling')}
    ${rate('Copying the input', copyAccuracy, 'must be near 0')}
    <div><p class="quiet small">Cycle reconstruction</p>
      <p class="big">${reconstruction.psnrDb.toFixed(1)}<small> dB</small></p>
      <p class="quiet small">SSIM ${reconstruction.ssim.toFixed(3)} · L1 ${reconstruction.l1.toFixed(4)}</p></div>
  </div>`;
}

function rate(title, { value, low, high, hits, total }, note, lead = false) {
  return html`<div class=${lead ? 'lead' : ''}><p class="quiet small">${title}</p>
    <p class="big">${percent(value)}</p>
    <p class="quiet small" title="${hits} of ${total}; 95 % Wilson interval">${percent(low)} to ${percent(high)} · ${note}</p></div>`;
}

customElements.define('evaluation-report', EvaluationReport);
