package io.mien.drawn;

import java.util.Locale;

/** The directory layouts in which a drawn dataset can be written. */
public enum Layout {
  /** {@code <expression>/<subject>_<shot>.png}: the folder is the label. */
  IMAGE_FOLDER(ImageFolderPlanner::plan),
  /** {@code images/…png} and {@code legend.csv} with everything known of each picture. */
  CSV_LEGEND(CsvLegendPlanner::plan);

  private final LayoutPlanner planner;

  Layout(LayoutPlanner planner) {
    this.planner = planner;
  }

  /** The name on the command line: {@code csv-legend}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  WritePlan plan(DrawnDataset dataset) {
    return planner.plan(dataset);
  }
}
