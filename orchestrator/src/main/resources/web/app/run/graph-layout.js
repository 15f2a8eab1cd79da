/** @import { StepView } from '../live/types.js' */

const GAP = 44;
const NARROW = 700;
const HEIGHT = 116;
const LANE = 18;

/**
 * Places the steps of a run: from left to right in the order of their dependencies, or downwards
 * where the page is narrow.
 *
 * @param {StepView[]} steps @param {number} width of the place to draw in, in pixels
 */
export function layOut(steps, width) {
  const parents = drawnParents(steps);
  const levels = levelsOf(steps, parents);
  const lanes = lanesOf(levels, parents);
  const down = width < NARROW;
  const laneCount = Math.max(...lanes.values()) + 1;
  const across = down ? laneCount : levels.length;
  const gap = down ? LANE : GAP;
  const nodeWidth = Math.min(264, (width - gap * (across - 1)) / across);
  const boxes = new Map();
  levels.forEach((level, depth) => level.forEach((step) => {
    const lane = lanes.get(step.name);
    boxes.set(step.name, down
      ? { x: lane * (nodeWidth + LANE), y: depth * (HEIGHT + GAP), width: nodeWidth, height: HEIGHT }
      : { x: depth * (nodeWidth + GAP), y: lane * (HEIGHT + LANE), width: nodeWidth, height: HEIGHT });
  }));
  const edges = steps.flatMap((step) => parents.get(step.name).map((from) =>
    ({ from, to: step.name, path: edge(boxes.get(from), boxes.get(step.name), down) })));
  return { boxes, edges, height: Math.max(...[...boxes.values()].map((box) => box.y)) + HEIGHT };
}

/** The dependencies of each step that do not follow from its other dependencies. */
function drawnParents(steps) {
  const byName = new Map(steps.map((step) => [step.name, step]));
  const reaches = (from, target) =>
    (byName.get(from)?.dependsOn ?? []).some((each) => each === target || reaches(each, target));
  return new Map(steps.map((step) => {
    const known = step.dependsOn.filter((name) => byName.has(name));
    return [step.name, known.filter((name) => !known.some((other) => other !== name && reaches(other, name)))];
  }));
}

function levelsOf(steps, parents) {
  const depth = (name) => Math.max(-1, ...parents.get(name).map(depth)) + 1;
  const levels = [];
  steps.forEach((step) => (levels[depth(step.name)] ??= []).push(step));
  return levels;
}

/** Across the flow, every step stands at the mean of its parents, one lane apart from the next. */
function lanesOf(levels, parents) {
  const lanes = new Map();
  for (const level of levels) {
    const wanted = level
      .map((step) => ({ name: step.name, lane: mean(parents.get(step.name).map((name) => lanes.get(name))) }))
      .sort((one, other) => one.lane - other.lane);
    const placed = [];
    wanted.forEach(({ lane }, index) => placed.push(index === 0 ? lane : Math.max(lane, placed[index - 1] + 1)));
    const shift = mean(wanted.map(({ lane }) => lane)) - mean(placed);
    wanted.forEach(({ name }, index) => lanes.set(name, placed[index] + shift));
  }
  const first = Math.min(...lanes.values());
  return new Map([...lanes].map(([name, lane]) => [name, lane - first]));
}

const mean = (values) => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length);

/** Straight on past other steps, then one bend in the last gap. */
function edge(from, to, down) {
  if (down) {
    const [x1, y1, x2, y2] = [from.x + from.width / 2, from.y + from.height, to.x + to.width / 2, to.y];
    return `M${x1} ${y1} V${y2 - GAP} C${x1} ${y2 - GAP / 2} ${x2} ${y2 - GAP / 2} ${x2} ${y2}`;
  }
  const [x1, y1, x2, y2] = [from.x + from.width, from.y + from.height / 2, to.x, to.y + to.height / 2];
  return `M${x1} ${y1} H${x2 - GAP} C${x2 - GAP / 2} ${y1} ${x2 - GAP / 2} ${y2} ${x2} ${y2}`;
}
