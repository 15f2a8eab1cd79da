package io.mien.drawn;

import io.mien.drawn.paint.Outline;
import java.awt.geom.Path2D;

/** The sheets of hair as seen from the side. */
final class SideHair {

  private SideHair() {}

  /** From the hairline, around the ear to the nape on the inside; over the crown on the outside. */
  static HairSheet cap(Sitting sitting, HairCut cut) {
    double w = sitting.marks().halfWidth();
    double h = sitting.marks().halfHeight();
    EarShape ear = EarShape.of(sitting.marks());
    double line = hairline(sitting, cut);
    double end = cut.falls() ? h * .10 : cut.flow() == HairCut.Flow.CROPPED ? -h * .06 : h * .03;
    double over = ear.y() - ear.radiusY() * 1.12;
    double behind = ear.z() - ear.radiusZ() * 1.2;
    Path2D inner =
        Outline.from(w * 1.3, line)
            .curve(w * 1.0, line, w * .70, -h * .56, w * .56, -h * .46)
            .curve(w * .44, -h * .38, w * .34, -h * .22, w * .25, end)
            .to(w * .13, end)
            .curve(w * .12, over, ear.z(), over - 2, behind + w * .05, over + 12)
            .curve(behind, ear.y(), behind, h * .20, behind - w * .03, h * .30)
            .bend(-w * .50, h * .41, -w * .72, h * .42)
            .open();
    double top = -h * cut.top() - 8;
    double back = -w * (1.26 * cut.side() + .04);
    Path2D outer =
        Outline.from(w * 1.4 * cut.side(), line - 14)
            .curve(w * 1.1 * cut.side(), top, w * .6, top, -w * .05, top)
            .curve(-w * .9 * cut.side(), top, back, -h * .60, back, -h * .15)
            .curve(back, h * .20, -w * .95, h * .40, -w * .80, h * .46)
            .open();
    return new HairSheet(inner, outer);
  }

  /** Strands that run sideways from a parting come down at the side. */
  static HairCut.Flow flow(HairCut cut) {
    return switch (cut.flow()) {
      case PARTED, CENTRE_PARTED, FORWARD -> HairCut.Flow.FORWARD;
      case BACK -> HairCut.Flow.BACK;
      case CROPPED -> HairCut.Flow.CROPPED;
      case CURLS -> HairCut.Flow.CURLS;
    };
  }

  /** What falls beside the face, down to the shoulder, and behind it. */
  static HairSheet curtain(Sitting sitting, HairCut cut) {
    double w = sitting.marks().halfWidth();
    double h = sitting.marks().halfHeight();
    double low = h * cut.fall();
    Path2D inner =
        Outline.from(w * .50, -h * .50)
            .curve(w * .22, -h * .25, w * .34, h * .30, w * .14, low)
            .open();
    double back = -w * (1.24 * cut.side() + .08);
    Path2D outer =
        Outline.from(-w * .70, -h * .95)
            .curve(back * .96, -h * .7, back * 1.04, -h * .2, back, h * .2)
            .curve(back, low * .6, -w * 1.10, low * .9, -w * .98, low * 1.02)
            .open();
    return new HairSheet(inner, outer);
  }

  private static double hairline(Sitting sitting, HairCut cut) {
    double h = sitting.marks().halfHeight();
    double line = -h * sitting.identity().bones().skull().hairline();
    return switch (cut.hairline()) {
      case ROUND, SWEPT -> line * 1.10;
      case PEAKED -> line * 1.04;
      case FRINGE -> -h * .50;
    };
  }
}
