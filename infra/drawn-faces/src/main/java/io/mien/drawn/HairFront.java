package io.mien.drawn;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.Dice;
import io.mien.drawn.paint.Pigment;
import io.mien.drawn.paint.Spot;
import java.awt.GradientPaint;
import java.awt.geom.Path2D;

/** The hair over the skull, and what falls beside the face. */
final class HairFront implements Part {

  @Override
  public void paint(Brush brush, Sitting sitting) {
    if (sitting.identity().grooming().hairStyle() == HairStyle.BALD) {
      shine(brush, sitting);
      return;
    }
    HairCut cut = HairCut.of(sitting.identity().grooming().hairStyle());
    Dice dice = sitting.identity().dice("strands");
    HairSheet cap = HairCap.sheet(sitting, cut, dice.chance(.5) ? 1 : -1);
    cap(brush, sitting, cut, cap);
    Strands strands = new Strands(brush, HairTint.of(sitting), dice);
    strands.comb(cap, cut.flow());
    if (cut.falls()) {
      Curtains.paint(sitting, cut, strands);
    }
  }

  private static void shine(Brush brush, Sitting sitting) {
    double w = sitting.marks().halfWidth();
    double h = sitting.marks().halfHeight();
    double x = w * (.12 * sitting.lightSide() - .08);
    brush.dab(Spot.at(x, -h * .84, w * .36, h * .12), Pigment.WHITE, .26);
  }

  private static void cap(Brush brush, Sitting sitting, HairCut cut, HairSheet cap) {
    Path2D outline = cap.outline();
    boolean cropped = cut.flow() == HairCut.Flow.CROPPED;
    brush.shifted(0, cropped ? 2 : 6, () -> brush.line(outline, 5, Pigment.BLACK.glaze(.10)));
    brush.shifted(0, cropped ? 1 : 4, () -> brush.fill(outline, Pigment.BLACK.glaze(.14)));
    Pigment hair = sitting.identity().grooming().hair();
    float w = (float) (sitting.marks().halfWidth() * Math.copySign(1, sitting.lightSide()));
    float h = (float) sitting.marks().halfHeight();
    double cover = cropped ? .80 : 1;
    brush.fill(
        outline,
        new GradientPaint(
            -w, 0, hair.times(.68).glaze(cover), w, -h, hair.times(1.02).glaze(cover)));
    if (cropped) {
      brush.line(outline, 4, hair.glaze(.22));
    }
  }
}
