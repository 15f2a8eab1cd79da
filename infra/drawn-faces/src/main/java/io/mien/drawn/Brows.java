package io.mien.drawn;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.Dice;
import io.mien.drawn.paint.Pigment;
import java.awt.geom.Path2D;

/** The brows: a soft body and single hairs. */
final class Brows implements Part {

  private static final Pigment DARK = Pigment.of(0x20140E);
  private static final int HAIRS = 22;

  @Override
  public void paint(Brush brush, Sitting sitting) {
    for (int side : SIDES) {
      paint(brush, sitting, side);
    }
  }

  private static void paint(Brush brush, Sitting sitting, int side) {
    BrowLine line = BrowLine.of(sitting, side);
    double thickness = sitting.identity().bones().brows().thickness();
    Pigment hair = sitting.identity().grooming().hair().times(.72).mix(DARK, .38);
    Path2D body = line.body(thickness);
    brush.fill(body, hair.glaze(.74));
    brush.line(body, 3.4, hair.glaze(.26));
    Dice dice = sitting.identity().dice("brow" + side);
    for (int i = 0; i < HAIRS; i++) {
      Path2D strand = line.hair(i / (double) HAIRS, thickness, dice.gaussian(1));
      brush.line(strand, 1.5, hair.times(dice.between(.6, 1.15)).glaze(.60));
    }
  }
}
