package io.mien.drawn;

import java.util.Locale;

/** The directory layouts in which a drawn dataset can be written. */
public enum Layout {
  /** {@code <expression>/<subject>_<shot>.png}: the folder is the label. */
  IMAGE_FOLDER(ImageFolderPlanner::plan),
  /** {@code images/…png} and {@code legend.csv} with everything known of each picture. */
  CSV_LEGEND(CsvLegendPlanner::plan),
  /**
   * Extended Cohn-Kanade: grey sequences from neutral to the peak, labels in files of their own.
   */
  CK_PLUS(CkPlusPlanner::plan),
  /** Karolinska Directed Emotional Faces: sessions A and B, straight angle. */
  KDEF(KdefPlanner::plan),
  /** MUG: takes of frames with the apex in the middle. */
  MUG(MugPlanner::plan),
  /** Radboud Faces Database: all labels in the name, camera 090. */
  RAFD(RafdPlanner::plan),
  /** CelebA: numbered pictures and tables of attributes, identities and partitions. */
  CELEBA(CelebaPlanner::plan);

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
