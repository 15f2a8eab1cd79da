package io.mien.drawn;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.Outline;
import io.mien.drawn.paint.Pigment;
import io.mien.drawn.paint.Spot;
import java.awt.GradientPaint;
import java.awt.geom.Path2D;

/** Neck, shoulders and clothes. */
final class Body implements Part {

  @Override
  public void paint(Brush brush, Sitting sitting) {
    Landmarks marks = sitting.marks();
    double w = marks.halfWidth();
    double h = marks.halfHeight();
    Skin skin = sitting.skin();
    double neck = w * (sitting.identity().gender() == Gender.FEMALE ? .46 : .56);
    Path2D throat = neck(neck, w, h);
    brush.fill(throat, skin.base().times(.84).opaque());
    brush.within(throat, () -> throat(brush, neck, marks, skin));
    clothes(brush, w, h, sitting.identity().grooming().clothes());
  }

  private static void throat(Brush brush, double neck, Landmarks marks, Skin skin) {
    double w = marks.halfWidth();
    double h = marks.halfHeight();
    brush.dab(Spot.at(0, h * .90, w * .85, h * .36), skin.shade(), .80);
    for (int side : SIDES) {
      brush.dab(Spot.at(side * neck, h * 1.06, w * .20, h * .30), skin.shade(), .45);
      Path2D sinew =
          Outline.from(side * neck * .80, h * 1.0)
              .bend(side * neck * .62, h * 1.2, side * neck * .30, h * 1.34)
              .open();
      brush.line(sinew, 9, skin.shade().glaze(.09));
    }
  }

  private static Path2D neck(double neck, double w, double h) {
    return Outline.from(-neck, h * .42)
        .curve(-neck, h * .95, -neck * 1.06, h * 1.12, -w * .75, h * 1.28)
        .curve(-w * .2, h * 1.6, w * .2, h * 1.6, w * .75, h * 1.28)
        .curve(neck * 1.06, h * 1.12, neck, h * .95, neck, h * .42)
        .closed();
  }

  static void clothes(Brush brush, double w, double h, Pigment cloth) {
    Path2D shoulders =
        Outline.from(-w * 2.6, h * 2.4)
            .curve(-w * 2.3, h * 1.42, -w * 1.5, h * 1.30, -w * .68, h * 1.16)
            .curve(-w * .42, h * 1.44, w * .42, h * 1.44, w * .68, h * 1.16)
            .curve(w * 1.5, h * 1.30, w * 2.3, h * 1.42, w * 2.6, h * 2.4)
            .closed();
    brush.fill(
        shoulders,
        new GradientPaint(
            0, (float) (h * 1.1), cloth.opaque(), 0, (float) (h * 1.9), cloth.times(.6).opaque()));
    Path2D collar =
        Outline.from(-w * .68, h * 1.16)
            .curve(-w * .42, h * 1.44, w * .42, h * 1.44, w * .68, h * 1.16)
            .open();
    brush.line(collar, 7, cloth.times(.72).opaque());
    for (int side : SIDES) {
      brush.dab(Spot.at(side * w * .9, h * 1.62, w * .22, h * .34), cloth.times(.4), .35);
      brush.dab(Spot.at(side * w * 1.3, h * 1.42, w * .5, h * .12), cloth.times(1.5), .25);
    }
  }
}
