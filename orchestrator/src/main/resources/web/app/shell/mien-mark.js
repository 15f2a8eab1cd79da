import { svg, html } from 'lit';
import { PageElement } from '../live/element.js';

const MOUTHS = {
  happy: svg`<path d="M9.5 19 Q16 25.5 22.5 19"/>`,
  neutral: svg`<path d="M10.5 21 H21.5"/>`,
  sad: svg`<path d="M10 22.5 Q16 17.5 22 22.5"/>`,
  surprised: svg`<circle cx="16" cy="21.5" r="2.6"/>`,
};

/** The mark of Mien: a face that shows how the system is. */
class MienMark extends PageElement {
  static properties = { mood: {} };

  render() {
    return html`<svg class="mark" viewBox="0 0 32 32" role="img" aria-label="Mien looks ${this.mood ?? 'happy'}">
      <rect width="32" height="32" rx="9"/>
      <g class="eyes"><circle cx="11.5" cy="13" r="2.2"/><circle cx="20.5" cy="13" r="2.2"/></g>
      <g class="mouth">${MOUTHS[this.mood] ?? MOUTHS.happy}</g>
    </svg>`;
  }
}

customElements.define('mien-mark', MienMark);
