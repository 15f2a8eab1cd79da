import { html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { PageElement } from '../live/element.js';
import { percent } from '../format/format.js';

/** A bar for each expression with its 95 % interval. `rates`: Record<string, Rate>. */
class RateBars extends PageElement {
  static properties = { rates: { attribute: false }, order: { attribute: false }, heading: {} };

  render() {
    const names = this.order.filter((name) => this.rates[name]);
    const heading = this.heading ?? 'Accuracy by target expression';
    return html`<figure class="bars" aria-label=${heading}>
      <figcaption>${heading} <span class="quiet">with 95 % interval</span></figcaption>
      ${names.map((name) => bar(name, this.rates[name]))}
    </figure>`;
  }
}

function bar(name, { value, low, high, hits, total }) {
  const at = (share) => `${share * 100}%`;
  return html`<div class="bar" title="${name}: ${hits} of ${total}">
    <span class="bar-name">${name}</span>
    <span class="bar-track" aria-hidden="true">
      <i class="bar-fill" style=${styleMap({ width: at(value) })}></i>
      <i class="bar-interval" style=${styleMap({ left: at(low), width: at(high - low) })}></i>
    </span>
    <span class="number">${percent(value)}<small class="quiet"> ${hits}/${total}</small></span>
  </div>`;
}

customElements.define('rate-bars', RateBars);
