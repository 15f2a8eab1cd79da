/** @import { MeasureSeries, Measure } from '../live/types.js' */

const GROUPS = [
  { title: 'Critic losses', test: (name) => name.startsWith('critic/'), logarithmic: true },
  { title: 'Generator losses', test: (name) => name.startsWith('generator/'), logarithmic: true },
  { title: 'Accuracy', test: (name) => /accuracy/i.test(name), share: true },
  { title: 'Loss', test: (name) => /loss/i.test(name), logarithmic: true },
  { title: 'Gradient norm', test: (name) => name.startsWith('gradientNorm/'), small: true, logarithmic: true },
  { title: 'Spread', test: (name) => name.startsWith('spread/'), small: true },
  { title: 'Memory (MiB)', test: (name) => name.startsWith('memory/'), small: true },
  { title: 'Arrays alive', test: (name) => name.startsWith('arrays/'), small: true },
  { title: 'Learning rate', test: (name) => /learningRate/i.test(name), small: true },
  { title: 'Throughput', test: (name) => /PerSecond$/.test(name), small: true },
];

/** Sorts curves into charts by their names; curves of no known kind share a last one. */
export function groupCurves(/** @type {MeasureSeries[]} */ curves) {
  const rest = { title: 'Other measures', test: () => true, small: true };
  const groups = [...GROUPS, rest];
  const titleOf = (curve) => groups.find((group) => group.test(curve.name)).title;
  return groups
    .map((group) => ({ ...group, curves: curves.filter((curve) => titleOf(curve) === group.title) }))
    .filter((group) => group.curves.length > 0);
}

/**
 * The curves with new points added. An attempt that goes on from a checkpoint reports iterations
 * again: what an earlier attempt reported from there on gives way.
 *
 * @param {MeasureSeries[]} curves @param {Measure[]} measures
 */
export function addPoints(curves, measures) {
  const byName = new Map(curves.map((curve) => [curve.name, { ...curve }]));
  for (const { name, iteration, value } of measures) {
    const curve = byName.get(name) ?? { name, iterations: [], values: [] };
    const kept = curve.iterations.findIndex((each) => each >= iteration);
    const length = kept < 0 ? curve.iterations.length : kept;
    curve.iterations = [...curve.iterations.slice(0, length), iteration];
    curve.values = [...curve.values.slice(0, length), value];
    byName.set(name, curve);
  }
  return [...byName.values()];
}

/** Exponential moving average, for reading a trend out of noise. */
export function smooth(values, decay = 0.9) {
  let average = values[0];
  return values.map((value) => (average = decay * average + (1 - decay) * value));
}
