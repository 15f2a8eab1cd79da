package io.mien.drawn;

import io.mien.drawn.paint.Outline;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/** The sheet of hair over the skull, from one ear over the crown to the other. */
final class HairCap {

  private static final double BARE_TOP = .98;

  private HairCap() {}

  /**
   * @param partedOn -1 or 1: the side of the parting
   */
  static HairSheet sheet(Sitting sitting, HairCut cut, int partedOn) {
    double w = sitting.marks().halfWidth();
    double h = sitting.marks().halfHeight();
    Path2D hairline = hairline(sitting, cut.hairline(), w, h);
    Path2D crown = crown(cut, w, h);
    if (partedOn < 0) {
      AffineTransform mirror = AffineTransform.getScaleInstance(-1, 1);
      return new HairSheet(
          mirror.createTransformedShape(hairline), mirror.createTransformedShape(crown));
    }
    return new HairSheet(hairline, crown);
  }

  private static double end(HairCut cut, double h) {
    return cut.falls() ? h * .16 : cut.flow() == HairCut.Flow.CROPPED ? -h * .06 : h * .04;
  }

  private static Path2D crown(HairCut cut, double w, double h) {
    double side = w * 1.02 * cut.side();
    double end = end(cut, h);
    double foot = w * (1 + .75 * (cut.side() - 1));
    double shoulder = -h * .62 * cut.top() / BARE_TOP;
    double top = -h * cut.top();
    return Outline.from(-foot, end)
        .curve(-side, shoulder, -w * .62 * cut.side(), top, 0, top)
        .curve(w * .62 * cut.side(), top, side, shoulder, foot, end)
        .open();
  }

  private static Path2D hairline(Sitting sitting, HairCut.Hairline kind, double w, double h) {
    double line = -h * sitting.identity().bones().skull().hairline();
    double end = end(HairCut.of(sitting.identity().grooming().hairStyle()), h);
    Outline start = Outline.from(-w * .985, end);
    return switch (kind) {
      case ROUND ->
          start
              .curve(-w * .97, -h * .22, -w * .94, -h * .40, -w * .82, -h * .52)
              .curve(-w * .64, line * 1.0, -w * .34, line * 1.12, 0, line * 1.12)
              .curve(w * .34, line * 1.12, w * .64, line * 1.0, w * .82, -h * .52)
              .curve(w * .94, -h * .40, w * .97, -h * .22, w * .985, end)
              .open();
      case PEAKED ->
          start
              .curve(-w * .98, -h * .25, -w * .95, -h * .38, -w * .86, -h * .50)
              .curve(-w * .78, line * 1.10, -w * .55, line * 1.24, -w * .36, line * 1.12)
              .curve(-w * .22, line * 1.03, -w * .10, line, 0, line)
              .curve(w * .10, line, w * .22, line * 1.03, w * .36, line * 1.12)
              .curve(w * .55, line * 1.24, w * .78, line * 1.10, w * .86, -h * .50)
              .curve(w * .95, -h * .38, w * .98, -h * .25, w * .985, end)
              .open();
      case SWEPT ->
          start
              .curve(-w * .97, -h * .18, -w * .94, -h * .34, -w * .82, -h * .46)
              .curve(-w * .50, -h * .60, w * .08, line * 1.0, w * .40, line * 1.20)
              .curve(w * .60, line * 1.10, w * .86, -h * .56, w * .92, -h * .38)
              .curve(w * .96, -h * .22, w * .98, -h * .10, w * .985, end)
              .open();
      case FRINGE ->
          start
              .curve(-w * .97, -h * .16, -w * .96, -h * .30, -w * .88, -h * .42)
              .curve(-w * .50, -h * .53, w * .50, -h * .53, w * .88, -h * .42)
              .curve(w * .96, -h * .30, w * .97, -h * .16, w * .985, end)
              .open();
    };
  }
}
