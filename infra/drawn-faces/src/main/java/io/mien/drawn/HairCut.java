package io.mien.drawn;

/**
 * The form of a hair style.
 *
 * @param top height of the hair over the crown; the bare head is 0.98
 * @param side width at the temples; the bare head is 1
 * @param fall length below the ears as a share of the half height of the head; 0 for none
 * @param wave how far the falling strands swing, in design units
 */
record HairCut(double top, double side, Hairline hairline, Flow flow, double fall, double wave) {

  /** Where the hair begins on the forehead. */
  enum Hairline {
    ROUND,
    PEAKED,
    SWEPT,
    FRINGE
  }

  /** Which way the strands lie. */
  enum Flow {
    CROPPED,
    PARTED,
    CENTRE_PARTED,
    BACK,
    FORWARD,
    CURLS
  }

  static HairCut of(HairStyle style) {
    return switch (style) {
      case BALD, CROPPED -> new HairCut(1.03, 1.015, Hairline.PEAKED, Flow.CROPPED, 0, 0);
      case SIDE_PART -> new HairCut(1.16, 1.06, Hairline.SWEPT, Flow.PARTED, 0, 0);
      case SWEPT_BACK -> new HairCut(1.18, 1.05, Hairline.PEAKED, Flow.BACK, 0, 0);
      case CURLY -> new HairCut(1.17, 1.13, Hairline.ROUND, Flow.CURLS, 0, 0);
      case AFRO -> new HairCut(1.34, 1.34, Hairline.ROUND, Flow.CURLS, 0, 0);
      case FRINGE -> new HairCut(1.15, 1.10, Hairline.FRINGE, Flow.FORWARD, .95, 3);
      case BOB -> new HairCut(1.15, 1.10, Hairline.SWEPT, Flow.PARTED, .72, 4);
      case LONG_STRAIGHT -> new HairCut(1.13, 1.08, Hairline.ROUND, Flow.CENTRE_PARTED, 1.5, 3);
      case LONG_WAVY -> new HairCut(1.16, 1.12, Hairline.SWEPT, Flow.PARTED, 1.45, 13);
      case TIED_BACK -> new HairCut(1.08, 1.03, Hairline.ROUND, Flow.BACK, 0, 0);
    };
  }

  boolean falls() {
    return fall > 0;
  }
}
