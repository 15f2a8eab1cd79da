import { html, nothing } from 'lit';
import { PageElement } from '../live/element.js';
import { count, percent } from '../format/format.js';
import { leakWarning } from './leak-warning.js';
import './rate-bars.js';
import './confusion-matrix.js';

/** What a classifier can do on the validation part. `measures`: ClassifierMeasures. */
class ClassifierMeasures extends PageElement {
  static properties = { measures: { attribute: false } };

  render() {
    const { labels, confusion, recall, leak } = this.measures;
    return html`${leakWarning(leak)}
      ${facts(this.measures)}
      ${labels.length > 0 ? html`<div class="charts">
        <rate-bars heading="Recall by expression" .rates=${recall} .order=${labels}></rate-bars>
        <confusion-matrix heading="Validation faces" rows="true" columns="seen as"
          .labels=${labels} .counts=${confusion}></confusion-matrix>
      </div>` : nothing}
      ${seedTable(this.measures)}`;
  }
}

function facts({ accuracy, calibration }) {
  const { temperature, errorBefore, errorAfter, bins, images } = calibration;
  return html`<dl class="facts">
    <div><dt>95 % interval</dt><dd>${percent(accuracy.low)} to ${percent(accuracy.high)} <small class="quiet">n = ${count(accuracy.total)}</small></dd></div>
    <div><dt>Calibration error</dt><dd title="expected calibration error, ${bins} bins, ${images} images">${percent(errorBefore)} → ${percent(errorAfter)}</dd></div>
    <div><dt>Temperature</dt><dd>${temperature.toFixed(2)}</dd></div>
  </dl>`;
}

function seedTable({ seeds, spread }) {
  if (seeds.length < 2) {
    return nothing;
  }
  return html`<div class="scroll"><table>
    <thead><tr><th>Seed</th><th class="number">Best epoch</th><th class="number">Accuracy</th><th class="number">95 % interval</th></tr></thead>
    <tbody>${seeds.map(({ seed, epoch, accuracy }) => html`<tr><th scope="row">${seed}</th><td class="number">${epoch}</td>
      <td class="number">${percent(accuracy.value)}</td><td class="number">${percent(accuracy.low)} to ${percent(accuracy.high)}</td></tr>`)}</tbody>
    <tfoot><tr><th scope="row">Mean</th><td></td><td class="number">${percent(spread.mean)}</td>
      <td class="number">± ${percent(spread.deviation)} between seeds</td></tr></tfoot>
  </table></div>`;
}

customElements.define('classifier-measures', ClassifierMeasures);
