import { count, figure } from '../format/format.js';

/** Values around 0 are drawn linearly up to about this, beyond it logarithmically. */
const LINEAR = 0.1;
const toScale = (value) => Math.asinh(value / LINEAR);
const fromScale = (value) => Math.sinh(value) * LINEAR;

/**
 * What ECharts draws for a line chart, in the colours of the page.
 *
 * @param {{curves: import('../live/types.js').MeasureSeries[], logarithmic: boolean, share: boolean, small: boolean}} chart
 * @param {CSSStyleDeclaration} style
 */
export function chartOption({ curves, logarithmic, share, small }, style) {
  const colour = (name) => style.getPropertyValue(name).trim();
  const there = logarithmic ? toScale : (value) => value;
  const back = logarithmic ? fromScale : (value) => value;
  const written = (value) => (share ? `${Math.round(value * 1000) / 10} %` : figure(value));
  const text = { color: colour('--quiet'), fontFamily: style.fontFamily, fontSize: 12 };
  return {
    animation: false,
    color: [1, 2, 3, 4, 5, 6].map((number) => colour(`--curve-${number}`)),
    textStyle: text,
    grid: { left: 8, right: 14, top: 34, bottom: 4, containLabel: true },
    legend: { type: 'scroll', pageIconColor: colour('--quiet'), pageTextStyle: text, top: 0, left: 0, icon: 'roundRect', itemWidth: 14, itemHeight: 4, textStyle: text, inactiveColor: colour('--line') },
    tooltip: {
      trigger: 'axis',
      order: 'valueDesc',
      backgroundColor: colour('--surface'),
      borderColor: colour('--line'),
      textStyle: { ...text, color: colour('--ink') },
      valueFormatter: (value) => (value === undefined ? '–' : written(back(value))),
    },
    xAxis: {
      type: 'value', min: 'dataMin', max: 'dataMax', splitNumber: 5,
      axisLine: { lineStyle: { color: colour('--line') } },
      axisLabel: { ...text, hideOverlap: true, formatter: count },
      axisPointer: { label: { formatter: ({ value }) => `iteration ${count(value)}` } },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value', splitNumber: small ? 2 : 5, axisLine: { show: false }, scale: !share, ...(share && { min: 0, max: 1 }),
      axisLabel: { ...text, formatter: (value) => (share ? `${Math.round(value * 100)} %` : figure(back(value))) },
      splitLine: { lineStyle: { color: colour('--line'), opacity: 0.7 } },
    },
    series: curves.map((curve) => ({
      id: curve.name,
      name: curve.name.split('/').at(-1),
      type: 'line',
      showSymbol: curve.values.length < 12,
      symbolSize: 7,
      clip: false,
      lineStyle: { width: 1.8 },
      emphasis: { disabled: true },
      data: curve.iterations.map((iteration, index) => [iteration, there(curve.values[index])]),
    })),
  };
}
