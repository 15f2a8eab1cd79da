package io.mien.drawn;

/** Knows how one dataset names its files. */
@FunctionalInterface
interface LayoutPlanner {

  WritePlan plan(DrawnDataset dataset);
}
