import { html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { PageElement } from '../live/element.js';

/** Counts by row and column, coloured by their share of the row. */
class ConfusionMatrix extends PageElement {
  static properties = {
    labels: { attribute: false }, counts: { attribute: false }, heading: {}, rows: {}, columns: {},
  };

  render() {
    return html`<figure class="confusion">
      <figcaption>${this.heading} <span class="quiet">rows ${this.rows}, columns ${this.columns}</span></figcaption>
      <div class="scroll"><table>
        <thead><tr><td></td>${this.labels.map((label) => html`<th scope="col"><span>${label}</span></th>`)}</tr></thead>
        <tbody>${this.counts.map((row, index) => this.#row(row, this.labels[index]))}</tbody>
      </table></div>
    </figure>`;
  }

  #row(counts, label) {
    const total = counts.reduce((sum, value) => sum + value, 0);
    return html`<tr><th scope="row">${label}</th>${counts.map((value, column) => {
      const share = total > 0 ? value / total : 0;
      return html`<td class=${share > 0.75 ? 'strong' : ''} style=${styleMap({ '--share': share.toFixed(3) })}
        title="${label} ${this.columns} ${this.labels[column]}: ${value} of ${total}">
        ${value === 0 ? html`<span class="zero">·</span>` : html`${Math.round(share * 100)}<small>${value}</small>`}</td>`;
    })}</tr>`;
  }
}

customElements.define('confusion-matrix', ConfusionMatrix);
