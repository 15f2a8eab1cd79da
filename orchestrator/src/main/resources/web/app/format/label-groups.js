import { count } from './format.js';

/** The groups of labels that a checkpoint knows; those of earlier versions know expressions. */
export function groupsOf(summary) {
  return summary.groups?.length ? summary.groups : [{ group: 'expression', exclusive: true, names: summary.labels }];
}

/** People are counted: their labels are numbers, and many. */
export function shownNames({ group, names }) {
  return group === 'subject' ? [`${count(names.length)} people`] : names;
}

const HEADINGS = { expression: 'Expressions', pose: 'Poses', attributes: 'Attributes', subject: 'People' };

/** How people call a group. */
export function groupHeading(group) {
  return HEADINGS[group] ?? group;
}

/** Names of columns, if there are any. */
export function named(columns) {
  return columns?.length ? columns : undefined;
}
