package io.mien.drawn;

import static io.mien.drawn.ActionUnit.CHIN_RAISER;
import static io.mien.drawn.ActionUnit.LIP_PRESSOR;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.Pigment;
import io.mien.drawn.paint.Spot;
import java.awt.GradientPaint;
import java.awt.geom.Path2D;

/** Lips, what shows between them, and the shadows around them. */
final class Mouth implements Part {

  private static final Pigment DEPTH = Pigment.of(0x2A0A0C);
  private static final Pigment TONGUE = Pigment.of(0xB04A4E);

  @Override
  public void paint(Brush brush, Sitting sitting) {
    Lips lips = Lips.of(sitting);
    around(brush, sitting, lips);
    lips(brush, sitting, lips);
    Pigment shade = sitting.skin().shade();
    if (lips.parted()) {
      Path2D gap = lips.inner();
      brush.within(gap, () -> inside(brush, sitting, lips, gap));
      brush.line(gap, 1.6, shade.times(.5).glaze(.75));
    } else {
      brush.line(lips.closedSeam(), 3, shade.times(.40).glaze(.90));
    }
    brush.dab(Spot.at(lips.left(), lips.corners().left(), 7, 6), shade.times(.6), .55);
    brush.dab(Spot.at(lips.right(), lips.corners().right(), 7, 6), shade.times(.6), .55);
  }

  private static void around(Brush brush, Sitting sitting, Lips lips) {
    if (sitting.identity().grooming().beard() == Beard.FULL
        || sitting.identity().grooming().beard() == Beard.GOATEE) {
      return;
    }
    Skin skin = sitting.skin();
    double bottom = lips.edges().lowerOuter();
    double pout = sitting.positive(CHIN_RAISER);
    brush.dab(Spot.at(lips.x(), bottom + 9, lips.reach() * .70, 9), skin.shade(), .40 + .28 * pout);
    brush.dab(Spot.at(lips.x(), bottom + 26, lips.reach() * .55, 12), skin.light(), .20);
    double pressed = sitting.positive(LIP_PRESSOR);
    for (int side : SIDES) {
      brush.dab(
          Spot.at(lips.x(), lips.seam() + side * 13, lips.reach() * .8, 6),
          skin.shade(),
          .28 * pressed);
    }
  }

  private static void lips(Brush brush, Sitting sitting, Lips lips) {
    Pigment red = sitting.identity().complexion().lips();
    Lips.Edges edges = lips.edges();
    brush.fill(
        lips.outer(),
        new GradientPaint(
            0,
            (float) edges.upperOuter(),
            red.times(.78).opaque(),
            0,
            (float) edges.lowerOuter(),
            red.times(1.06).opaque()));
    double thick = edges.lowerOuter() - edges.lowerInner();
    Spot shine =
        Spot.at(
            lips.x(),
            edges.lowerInner() + thick * .45,
            lips.reach() * .38,
            Math.max(2, thick * .42));
    brush.dab(shine, sitting.skin().light(), .36);
  }

  private static void inside(Brush brush, Sitting sitting, Lips lips, Path2D gap) {
    Lips.Edges edges = lips.edges();
    brush.fill(gap, DEPTH.opaque());
    Spot tongue =
        Spot.at(lips.x(), edges.lowerInner(), lips.reach() * .55, Math.max(5, edges.gap() * .45));
    brush.dab(tongue, TONGUE, .75);
    Teeth.paint(brush, sitting, lips);
    brush.dab(Spot.at(lips.x(), edges.upperInner(), lips.reach(), 5), Pigment.BLACK, .35);
    for (int side : SIDES) {
      Spot corner = Spot.at(lips.x() + side * lips.reach(), lips.seam(), lips.reach() * .55, 26);
      brush.dab(corner, Pigment.BLACK, .42);
    }
  }
}
