package io.mien.drawn;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.Outline;
import io.mien.drawn.paint.Spot;
import java.awt.geom.Path2D;

/** The ear as seen from the side: rim, hollow and lobe. */
final class SideEar {

  private SideEar() {}

  static void paint(Brush brush, Sitting sitting) {
    Skin skin = sitting.skin();
    EarShape ear = EarShape.of(sitting.marks());
    double rx = ear.radiusZ();
    double ry = ear.radiusY();
    brush.dab(Spot.at(ear.z() - rx * .5, ear.y(), rx * 1.5, ry * 1.3), skin.shade(), .40);
    Path2D outline = outline(ear.z(), ear.y(), rx, ry);
    brush.fill(outline, skin.base().times(.97).opaque());
    brush.within(
        outline,
        () -> {
          brush.dab(
              Spot.at(ear.z() + rx * .15, ear.y() + ry * .05, rx * .55, ry * .5),
              skin.shade(),
              .75);
          brush.dab(
              Spot.at(ear.z() + rx * .05, ear.y() - ry * .5, rx * .5, ry * .3), skin.shade(), .40);
          brush.dab(
              Spot.at(ear.z() + rx * .1, ear.y() + ry * .75, rx * .4, ry * .25), skin.light(), .40);
          brush.line(outline(ear.z(), ear.y(), rx * .82, ry * .86), 3, skin.light().glaze(.40));
          brush.line(
              outline(ear.z() + rx * .1, ear.y() + ry * .04, rx * .58, ry * .62),
              2,
              skin.shade().glaze(.40));
        });
    brush.line(outline, 2, skin.shade().glaze(.55));
  }

  private static Path2D outline(double z, double y, double rx, double ry) {
    return Outline.from(z + rx * .55, y + ry * .55)
        .curve(z + rx * .9, y, z + rx * .9, y - ry * .9, z, y - ry)
        .curve(z - rx * 1.1, y - ry * 1.02, z - rx * 1.2, y - ry * .1, z - rx * .75, y + ry * .25)
        .curve(z - rx * .4, y + ry * .6, z - rx * .2, y + ry * 1.05, z + rx * .2, y + ry)
        .curve(z + rx * .55, y + ry * .95, z + rx * .5, y + ry * .7, z + rx * .55, y + ry * .55)
        .closed();
  }
}
