package io.mien.drawn;

import static io.mien.drawn.ActionUnit.CHEEK_RAISER;
import static io.mien.drawn.ActionUnit.LIP_CORNER_PULLER;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.Pigment;
import io.mien.drawn.paint.Spot;
import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/** The roundness of the head: darker rim, light from one side, forehead, cheeks and chin. */
final class Shading implements Part {

  private static final Pigment BLUSH = Pigment.of(0xC84A3C);

  @Override
  public void paint(Brush brush, Sitting sitting) {
    Landmarks marks = sitting.marks();
    double w = marks.halfWidth();
    double h = marks.halfHeight();
    Rectangle2D all = new Rectangle2D.Double(-w * 1.2, -h * 1.1, w * 2.4, h * 2.3);
    brush.fill(all, rim(sitting));
    brush.fill(all, keyLight(sitting));
    forms(brush, sitting, w, h);
    cheeks(brush, sitting);
  }

  private static RadialGradientPaint rim(Sitting sitting) {
    Pigment shade = sitting.skin().shade();
    double relief = sitting.skin().relief();
    double h = sitting.marks().halfHeight();
    return new RadialGradientPaint(
        new Point2D.Double(sitting.lightSide() * 30 + sitting.marks().middle(), -h * .12),
        (float) (h * 1.12),
        new float[] {0f, .50f, .80f, 1f},
        new Color[] {
          shade.glaze(0), shade.glaze(.05), shade.glaze(.26 * relief), shade.glaze(.60)
        });
  }

  private static LinearGradientPaint keyLight(Sitting sitting) {
    double side = sitting.lightSide();
    double strength = Math.abs(side);
    double w = Math.copySign(sitting.marks().halfWidth(), side);
    Skin skin = sitting.skin();
    return new LinearGradientPaint(
        new Point2D.Double(-w, 0),
        new Point2D.Double(w, 0),
        new float[] {0f, .55f, 1f},
        new Color[] {
          skin.shade().glaze(.50 * strength),
          skin.shade().glaze(.05 * strength),
          skin.light().glaze(.18 * strength)
        });
  }

  private static void forms(Brush brush, Sitting sitting, double w, double h) {
    Skin skin = sitting.skin();
    double middle = sitting.marks().middle();
    double lit = middle + sitting.lightSide() * 14;
    brush.dab(Spot.at(lit, -h * .52, w * .66, h * .28), skin.light(), .42);
    for (int side : SIDES) {
      brush.dab(
          Spot.at(side * w * .93 + middle * .4, -h * .30, w * .22, h * .24), skin.shade(), .30);
      brush.dab(
          Spot.at(side * w * .80 + middle * .5, h * .36, w * .24, h * .30).tilted(side * .35),
          skin.shade(),
          .26 * skin.relief());
    }
    brush.dab(Spot.at(middle, h * .84, w * .26, h * .11), skin.light(), .32);
    brush.dab(Spot.at(middle * .6, h * 1.0, w * .75, h * .13), skin.shade(), .42);
  }

  static void cheeks(Brush brush, Sitting sitting) {
    Landmarks marks = sitting.marks();
    double lift = sitting.positive(CHEEK_RAISER);
    double smile = sitting.positive(LIP_CORNER_PULLER);
    double y = marks.nose() - 22 - 8 * lift;
    double w = marks.halfWidth();
    for (int side : SIDES) {
      double x = marks.x(side * w * .54);
      double lit = .36 + .16 * side * sitting.lightSide() + .10 * smile;
      brush.dab(Spot.at(x, y, w * .34, 30 - 4 * smile), sitting.skin().light(), lit);
      double blush = (.12 + .10 * lift) * sitting.skin().base().luma() * 1.3;
      brush.dab(Spot.at(x, y + 12, w * .30, 24), BLUSH, blush);
    }
  }
}
