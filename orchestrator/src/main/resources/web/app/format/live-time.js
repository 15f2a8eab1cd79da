import { html } from 'lit';
import { PageElement } from '../live/element.js';
import { dateTime, duration } from './format.js';

/** Time since `start`, ticking, until `end` if there is one; with `ago`, as `5 min ago`. */
class LiveTime extends PageElement {
  static properties = { start: {}, end: {}, ago: { type: Boolean } };

  connectedCallback() {
    super.connectedCallback();
    this.timer = setInterval(() => this.end || this.requestUpdate(), 1000);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
    super.disconnectedCallback();
  }

  render() {
    const seconds = ((this.end ? Date.parse(this.end) : Date.now()) - Date.parse(this.start)) / 1000;
    return html`<time datetime=${this.start} title=${dateTime(this.start)}>${this.ago ? since(seconds) : duration(seconds)}</time>`;
  }
}

function since(seconds) {
  if (seconds < 10) {
    return 'just now';
  }
  const days = Math.floor(seconds / 86_400);
  const coarse = seconds < 60 ? Math.floor(seconds / 10) * 10 : seconds - (seconds % 60);
  return days > 1 ? `${days} days ago` : `${duration(coarse).replace(' 0 s', '')} ago`;
}

customElements.define('live-time', LiveTime);
