import { html, svg } from 'lit';
import { PageElement } from '../live/element.js';
import { words } from './format.js';

const TONES = {
  RUNNING: 'active', CANCELLING: 'warn', PAUSED: 'warn', SUCCEEDED: 'good', FAILED: 'bad', DEAD: 'bad',
  CANCELLED: 'idle', SKIPPED: 'idle', WAITING: 'idle', QUEUED: 'wait', OFFERED: 'wait',
  ALIVE: 'good', LOST: 'bad', STOPPED: 'idle', UP: 'good', DOWN: 'bad',
};

const ICONS = {
  good: svg`<path d="M3.5 8.5 6.5 11.5 12.5 5"/>`,
  bad: svg`<path d="M8 3.5v5.5M8 12v.2"/>`,
  warn: svg`<path d="M8 3.5v5.5M8 12v.2"/>`,
  active: svg`<path d="M8 2.5a5.5 5.5 0 1 1-5.5 5.5" class="spin"/>`,
  wait: svg`<path d="M8 4v4.2l2.6 1.6"/>`,
  idle: svg`<path d="M4.5 8h7"/>`,
};

/** The colour family of a state: good, bad, warn, active, wait or idle. */
export const toneOf = (state) => TONES[String(state).toUpperCase()] ?? 'idle';

/** A state as a coloured word with a sign, so that colour alone says nothing. */
class StateBadge extends PageElement {
  static properties = { state: {}, label: {} };

  render() {
    const tone = toneOf(this.state);
    return html`<span class="badge ${tone}">
      <svg viewBox="0 0 16 16" aria-hidden="true">${ICONS[tone]}</svg>${this.label ?? words(this.state)}
    </span>`;
  }
}

customElements.define('state-badge', StateBadge);
