import { html } from 'lit';
import * as echarts from 'echarts/core';
import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers';
import { PageElement } from '../live/element.js';
import { figure } from '../format/format.js';
import { chartOption } from './chart-option.js';

echarts.use([LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

const dark = matchMedia('(prefers-color-scheme: dark)');

/**
 * Curves over iterations. `curves`: MeasureSeries as drawn; `logarithmic`: values on a scale that is
 * linear around 0 and logarithmic beyond, as losses may be negative; `share`: values are 0 to 1;
 * `small`: drawn less high.
 */
class CurveChart extends PageElement {
  static properties = {
    curves: { attribute: false }, label: {}, logarithmic: { type: Boolean }, share: { type: Boolean },
    small: { type: Boolean },
  };

  #observer = new ResizeObserver(() => this.chart?.resize());
  #themed = () => this.#draw();

  connectedCallback() {
    super.connectedCallback();
    dark.addEventListener('change', this.#themed);
  }

  disconnectedCallback() {
    dark.removeEventListener('change', this.#themed);
    this.#observer.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
    super.disconnectedCallback();
  }

  render() {
    const last = this.curves.map((curve) => `${curve.name} ${figure(curve.values.at(-1) ?? 0)}`).join(', ');
    return html`<div class="chart" role="img" aria-label="${this.label}; latest: ${last}"></div>`;
  }

  updated() {
    this.#draw();
  }

  #draw() {
    const place = this.querySelector('.chart');
    if (!place) {
      return;
    }
    if (!this.chart) {
      this.chart = echarts.init(place);
      this.#observer.observe(place);
    }
    this.chart.setOption(chartOption(this, getComputedStyle(this)), { replaceMerge: ['series'] });
  }
}

customElements.define('line-chart', CurveChart);
