import { html } from 'lit';
import { PageElement } from '../live/element.js';
import { count, percent } from '../format/format.js';

/** How well a classifier of people tells others apart, whom it has never seen. `verification`: Verification, absent when they were too few. */
class PeopleVerification extends PageElement {
  static properties = { verification: { attribute: false } };

  render() {
    return this.verification ? measured(this.verification)
      : html`<p class="quiet">Not measured on people it has never seen: the validation part has fewer than 10 with two pictures or more.</p>`;
  }
}

function measured({ people, pictures, samePairs, differentPairs, areaUnderCurve, equalErrorRate, acceptance }) {
  return html`<p class="quiet small">On ${count(people)} people it has never seen, of the validation part, with ${count(pictures)} pictures:
      ${count(samePairs)} pairs of one person, ${count(differentPairs)} of two. Intervals are of 95 %, over people.</p>
    <dl class="facts">
      <div><dt>Area under ROC</dt><dd>${estimate(areaUnderCurve, (value) => value.toFixed(3))}</dd></div>
      <div><dt>Equal error rate</dt><dd>${estimate(equalErrorRate, percent)}</dd></div>
      <div><dt>Recognised at ${percent(acceptance.falseAcceptRate)} false accepts</dt>
        <dd title="threshold ${acceptance.threshold.toFixed(4)}">${estimate(acceptance.trueAcceptRate, percent)}</dd></div>
      <div><dt>Threshold</dt><dd title="correlation of logits from which two pictures count as of one person">${acceptance.threshold.toFixed(3)}</dd></div>
    </dl>`;
}

function estimate({ value, low, high }, shown) {
  return html`${shown(value)} <small class="quiet">${shown(low)} to ${shown(high)}</small>`;
}

customElements.define('people-verification', PeopleVerification);
