package io.mien.drawn;

import io.mien.drawn.paint.Contour;
import java.awt.geom.Point2D;

/**
 * The head without its features as level slices: as wide as the outline seen from the front, as
 * long as the skull seen from the side.
 */
final class HeadForm {

  private static final int STEPS = 256;
  private static final double FOREHEAD = 1.12;
  private static final double BACK = 1.20;
  private static final double JAW_ANGLE = -.02;
  private static final double CROWN = -.98;
  private static final double CHIN = 1.01;

  private final double w;
  private final double h;
  private final double[] widths = new double[STEPS + 1];

  HeadForm(Sitting sitting) {
    this.w = sitting.marks().halfWidth();
    this.h = sitting.marks().halfHeight();
    Contour outline = Contour.along(Head.outline(sitting));
    int next = 1;
    for (int i = 0; i <= STEPS; i++) {
      double y = top() + (bottom() - top()) * i / STEPS;
      while (next < STEPS && right(outline, next).getY() < y) {
        next++;
      }
      Point2D above = right(outline, next - 1);
      Point2D below = right(outline, next);
      double share = (y - above.getY()) / Math.max(1e-6, below.getY() - above.getY());
      widths[i] = Math.max(.5, Contour.between(above, below, limit(share)).getX());
    }
  }

  double halfWidth() {
    return w;
  }

  double halfHeight() {
    return h;
  }

  double top() {
    return CROWN * h;
  }

  double bottom() {
    return CHIN * h;
  }

  /** Half the width at a height. */
  double width(double y) {
    double place = limit((y - top()) / (bottom() - top())) * STEPS;
    int step = Math.min(STEPS - 1, (int) place);
    return widths[step] + (widths[step + 1] - widths[step]) * (place - step);
  }

  /** How far the middle of the face stands before the ears: forehead, face, rounding chin. */
  double front(double y) {
    double height = y / h;
    double face = FOREHEAD * w * (1 - .12 * Math.max(0, height + .25));
    if (height < -.25) {
      return FOREHEAD * w * round((height + .25) / .73);
    }
    double chin = Math.max(0, (height - .80) / (CHIN - .80));
    return face - .40 * w * (1 - round(chin));
  }

  /** The end behind (negative): back of the skull, then the jaw, which rises to the ear. */
  double back(double y) {
    double height = y / h;
    double skull = -BACK * w * round((height + .25) / (height < -.25 ? .73 : .80));
    double along = Math.max(0, (height - .46) / (CHIN - .46));
    double jaw = JAW_ANGLE * w + .52 * w * along * StrictMath.sqrt(along);
    return skull + (jaw - skull) * smooth((height - .20) / .36);
  }

  /** Where a slice is widest: at the ears, further forward in the jaw. */
  double middle(double y) {
    double jaw = .42 * w * smooth((y / h - .40) / .75);
    return Math.min(Math.max(jaw, back(y) + .05 * w), front(y) - .1 * w);
  }

  private static double smooth(double share) {
    double inside = limit(share);
    return inside * inside * (3 - 2 * inside);
  }

  private static Point2D right(Contour outline, int step) {
    return outline.at(.5 * step / STEPS);
  }

  private static double round(double share) {
    return StrictMath.sqrt(Math.max(0, 1 - share * share));
  }

  private static double limit(double share) {
    return Math.max(0, Math.min(1, share));
  }
}
