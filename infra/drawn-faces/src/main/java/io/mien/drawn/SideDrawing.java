package io.mien.drawn;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.Dice;
import io.mien.drawn.paint.Outline;
import io.mien.drawn.paint.Pigment;
import io.mien.drawn.paint.Texture;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/**
 * What is seen of a head from the side, the nose to the right and the ears on the origin: ear,
 * hair, beard, the temples of glasses. The features of the face come from the front.
 */
record SideDrawing(Sitting sitting, int side) {

  private static final double EDGE = Brush.PICTURE / 2;
  private static final double GROUND = .85;
  private static final int FALLING = 220;

  Texture skin() {
    return Texture.painted(
        side,
        brush -> {
          ground(brush);
          SideBeard.paint(brush, sitting);
          if (!HairCut.of(sitting.identity().grooming().hairStyle()).falls()) {
            SideEar.paint(brush, sitting);
          }
        });
  }

  Texture hair(HairCut cut) {
    return Texture.painted(
        side, brush -> comb(brush, sitting, SideHair.cap(sitting, cut), SideHair.flow(cut)));
  }

  Texture fallingHair(HairCut cut) {
    return Texture.painted(
        side,
        brush -> {
          Dice dice = sitting.identity().dice("hair at the side");
          Strands strands = new Strands(brush, HairTint.of(sitting), dice);
          Pigment hair = sitting.identity().grooming().hair();
          strands.curtain(SideHair.curtain(sitting, cut), hair.times(GROUND), cut.wave(), FALLING);
        });
  }

  Texture glasses() {
    Glasses.Frame frame = Glasses.Frame.of(sitting.identity());
    double w = sitting.marks().halfWidth();
    double eyes = sitting.marks().eyes();
    return Texture.painted(
        side,
        brush ->
            brush.line(
                new Line2D.Double(w * .9, eyes - 8, 0, eyes - 11), frame.width(), frame.colour()));
  }

  /** Skin that fades out below the ear, where the neck begins. */
  private void ground(Brush brush) {
    double w = sitting.marks().halfWidth();
    double h = sitting.marks().halfHeight();
    Path2D region =
        Outline.from(-EDGE, -EDGE)
            .to(-EDGE, h * .30)
            .curve(-w * .70, h * .34, -w * .45, h * .26, -w * .22, h * .40)
            .curve(-w * .16, h * .52, -w * .12, h * .66, w * .05, h * .72)
            .to(w * .3, EDGE)
            .to(EDGE, EDGE)
            .to(EDGE, -EDGE)
            .closed();
    Pigment skin = sitting.skin().base();
    brush.fill(region, skin.opaque());
    for (int width = 36; width > 0; width -= 4) {
      brush.line(region, width, skin.glaze(.16));
    }
  }

  /** -1 or 1, as in the drawing from the front. */
  static int parting(Sitting sitting) {
    return sitting.identity().dice("strands").chance(.5) ? 1 : -1;
  }

  /** Hair with its strands and without light. */
  static void comb(Brush brush, Sitting sitting, HairSheet sheet, HairCut.Flow flow) {
    Dice dice = sitting.identity().dice("strands");
    dice.next();
    Pigment hair = sitting.identity().grooming().hair();
    boolean cropped = flow == HairCut.Flow.CROPPED;
    Path2D outline = sheet.outline();
    brush.line(outline, 5, Pigment.BLACK.glaze(.10));
    brush.fill(outline, hair.times(GROUND).glaze(cropped ? .80 : 1));
    if (cropped) {
      brush.line(outline, 4, hair.glaze(.22));
    }
    new Strands(brush, HairTint.of(sitting), dice).comb(sheet, flow);
  }
}
