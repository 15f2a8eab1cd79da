package io.mien.drawn;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.Outline;
import io.mien.drawn.paint.Spot;
import java.awt.geom.Path2D;

/** Neck and shoulders of somebody who has turned, the body with the head. */
final class TurnedBody implements Part {

  @Override
  public void paint(Brush brush, Sitting sitting) {
    double w = sitting.marks().halfWidth();
    double h = sitting.marks().halfHeight();
    double yaw = StrictMath.toRadians(sitting.shot().pose().yaw());
    double turn = StrictMath.sin(yaw);
    double broad = .58 + .42 * Math.abs(StrictMath.cos(yaw));
    double neck = w * (sitting.identity().gender() == Gender.FEMALE ? .46 : .56);
    Skin skin = sitting.skin();
    Path2D throat = throat(turn, broad, neck, w, h);
    brush.fill(throat, skin.base().times(.84).opaque());
    brush.within(
        throat,
        () -> {
          brush.dab(Spot.at(turn * w * .30, h * .92, w * .95, h * .36), skin.shade(), .80);
          for (int side : SIDES) {
            double x = side * neck - turn * w * .24;
            brush.dab(Spot.at(x, h * 1.06, w * .20, h * .40), skin.shade(), .45);
          }
        });
    brush.squeezed(
        -turn * w * .34,
        broad,
        () -> Body.clothes(brush, w, h, sitting.identity().grooming().clothes()));
  }

  /** From the skull down and, for somebody seen from the side, back. */
  private static Path2D throat(double turn, double broad, double neck, double w, double h) {
    double up = -turn * w * .14;
    double down = -turn * w * .34;
    double flare = w * .75 * broad;
    return Outline.from(up - neck, h * .20)
        .curve(up - neck, h * .85, down - neck * 1.06, h * 1.10, down - flare, h * 1.28)
        .curve(down - w * .2, h * 1.6, down + w * .2, h * 1.6, down + flare, h * 1.28)
        .curve(down + neck * 1.06, h * 1.10, up + neck, h * .85, up + neck, h * .20)
        .closed();
  }
}
