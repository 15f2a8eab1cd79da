import { html, nothing } from 'lit';
import { count } from '../format/format.js';

/** What the expressions of a dataset go together with; nothing where it was not measured. `balance`: LabelBalance. */
export function labelBalance(balance) {
  const appearance = Object.entries(balance?.appearance ?? {}).sort();
  if (appearance.length === 0) {
    return nothing;
  }
  return html`<details><summary class="small">Balance: what the expressions go together with</summary>
    <div class="scroll"><table>
      <thead><tr><th>Expression</th><th class="number">Crops</th><th class="number">Luminance</th><th class="number">Saturation</th></tr></thead>
      <tbody>${appearance.map(([expression, { crops, luminance, saturation }]) => html`<tr><th scope="row">${expression}</th>
        <td class="number">${count(crops)}</td><td class="number">${luminance.toFixed(1)}</td>
        <td class="number">${saturation === undefined ? '–' : saturation.toFixed(3)}</td></tr>`)}</tbody>
    </table>
    ${balance.associations.length ? html`<table>
      <thead><tr><th>Column</th><th class="number" title="0: tells nothing of the expression; 1: tells it">Cramér's V with expression</th>
        <th class="number">Values</th><th class="number">Crops</th></tr></thead>
      <tbody>${balance.associations.map(({ column, cramersV, values, crops }) => html`<tr><th scope="row">${column}</th>
        <td class="number">${cramersV.toFixed(3)}</td><td class="number">${count(values)}</td><td class="number">${count(crops)}</td></tr>`)}</tbody>
    </table>` : nothing}</div></details>`;
}
