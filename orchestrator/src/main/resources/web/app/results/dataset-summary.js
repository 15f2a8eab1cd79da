import { html, nothing } from 'lit';
import { PageElement } from '../live/element.js';
import { objectUrl } from '../live/api.js';
import { count, words } from '../format/format.js';
import { leakWarning } from './leak-warning.js';
import { labelBalance } from './label-balance.js';
import { usageTerms } from './usage-terms.js';
import './zoom-image.js';

const SPLITS = ['train', 'validation', 'test'];
const UNLABELLED = 'unlabelled';
const sum = (values) => values.reduce((all, value) => all + value, 0);

/** A prepared dataset: crops by part and label, what was rejected and why, some of the crops. */
class DatasetSummary extends PageElement {
  static properties = { prepared: { attribute: false } };

  render() {
    const { summary, contactSheet, rejections } = this.prepared;
    return html`<div class="prepared">
      <div>
        ${leakWarning(summary.leak)}
        ${nearDuplicates(summary.nearDuplicates)}
        ${summary.fold ? html`<p class="small">${summary.splitPolicy.folds} folds of people; the parts are those where
          fold ${summary.fold} tests.</p>` : nothing}
        ${cropTable(summary)}
        <p class="small quiet">${count(summary.files)} files read · crops of ${summary.recipe.size} × ${summary.recipe.size} pixels
          · detector ${summary.recipe.detector} · fingerprint <code title=${summary.fingerprint}>${summary.fingerprint.slice(0, 12)}</code></p>
        ${usageTerms(summary.terms)}
        ${labelBalance(summary.balance)}
        ${rejected(summary.rejections, rejections)}
      </div>
      <zoom-image .url=${objectUrl(contactSheet)} caption="Sample crops and rejected pictures"></zoom-image>
    </div>`;
  }
}

/** What looks nearly the same; an alert where one person may be in two parts. `near`: NearDuplicates. */
function nearDuplicates(near) {
  if (!near?.pairs) {
    return nothing;
  }
  const all = html`${count(near.pairs)} pairs of crops look nearly the same, ${count(near.acrossSubjects)} of them of different people.`;
  return near.acrossParts === 0 ? html`<p class="small quiet">${all}</p>`
    : html`<p class="error" role="alert">${all} <strong>${count(near.acrossParts)} of those lie in different parts of the split</strong>:
      if they show one person, measures are inflated. The first: ${near.leaks.slice(0, 3).map(({ first, second }) => `${first} and ${second}`).join('; ')}.</p>`;
}

function cropTable({ labels, crops, subjects }) {
  const splits = SPLITS.filter((split) => crops[split]);
  const of = (split, label) => crops[split][label] ?? 0;
  const rows = [...labels, ...splits.some((split) => of(split, UNLABELLED) > 0) ? [UNLABELLED] : []];
  return html`<div class="scroll"><table class="crops">
    <thead><tr><th>Label</th>${splits.map((split) => html`<th class="number">${split}</th>`)}<th class="number">All</th></tr></thead>
    <tbody>${rows.map((label) => html`<tr><th scope="row">${label}</th>
      ${splits.map((split) => html`<td class="number">${count(of(split, label))}</td>`)}
      <td class="number">${count(sum(splits.map((split) => of(split, label))))}</td></tr>`)}</tbody>
    <tfoot>
      <tr><th scope="row">Crops</th>${splits.map((split) => html`<td class="number">${count(sum(Object.values(crops[split])))}</td>`)}
        <td class="number">${count(sum(splits.flatMap((split) => Object.values(crops[split]))))}</td></tr>
      <tr><th scope="row">People</th>${splits.map((split) => html`<td class="number">${count(subjects[split] ?? 0)}</td>`)}
        <td class="number">${count(sum(Object.values(subjects)))}</td></tr>
    </tfoot>
  </table></div>`;
}

function rejected(counts, list) {
  const reasons = Object.entries(counts).filter(([, files]) => files > 0).sort((one, other) => other[1] - one[1]);
  if (reasons.length === 0) {
    return html`<p class="small">No file was rejected.</p>`;
  }
  return html`<p class="small">Rejected:
    ${reasons.map(([reason, files]) => html`<span class="chip">${words(reason)} <strong>${count(files)}</strong></span>`)}
    ${list ? html`<a href=${objectUrl(list)} download>each file's reason</a>` : nothing}</p>`;
}

customElements.define('dataset-summary', DatasetSummary);
