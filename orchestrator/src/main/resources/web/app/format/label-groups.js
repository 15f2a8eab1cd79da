/** The groups of labels that a checkpoint knows; those of earlier versions know expressions. */
export function groupsOf(summary) {
  return summary.groups?.length ? summary.groups : [{ group: 'expression', exclusive: true, names: summary.labels }];
}

const HEADINGS = { expression: 'Expressions', pose: 'Poses', attributes: 'Attributes' };

/** How people call a group. */
export function groupHeading(group) {
  return HEADINGS[group] ?? group;
}

/** Names of columns, if there are any. */
export function named(columns) {
  return columns?.length ? columns : undefined;
}
