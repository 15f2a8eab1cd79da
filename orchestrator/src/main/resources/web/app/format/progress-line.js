import { html, nothing } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { PageElement } from '../live/element.js';
import { count, duration, figure, percent, secondsLeft, share } from './format.js';

/** A progress bar; with `detailed`, also what is done, how fast, and how long it will take. */
class ProgressLine extends PageElement {
  static properties = { progress: { attribute: false }, tone: {}, label: {}, detailed: { type: Boolean } };

  render() {
    const done = share(this.progress);
    return html`<div class="meter ${this.tone ?? 'active'} ${done === undefined ? 'unknown' : ''}"
        role="progressbar" aria-label=${this.label ?? 'progress'} aria-valuemin="0" aria-valuemax="100"
        aria-valuenow=${done === undefined ? nothing : Math.round(done * 100)}>
        <span style=${styleMap({ width: `${(done ?? 1) * 100}%` })}></span>
      </div>
      ${this.detailed && this.progress ? this.#detail(done) : nothing}`;
  }

  #detail(done) {
    const { phase, unit, done: finished, total, perSecond } = this.progress;
    const left = secondsLeft(this.progress);
    const facts = [
      total > 0 && `${count(finished)} of ${count(total)} ${unit}`,
      perSecond > 0 && `${figure(perSecond)} ${unit}/s`,
      left > 0 && `${duration(left)} left`,
    ].filter(Boolean);
    return html`<div class="meter-facts">
      <span>${phase}${done === undefined ? '' : html` <strong>${percent(done, 0)}</strong>`}</span>
      <span>${facts.join(' · ')}</span>
    </div>`;
  }
}

customElements.define('progress-line', ProgressLine);
