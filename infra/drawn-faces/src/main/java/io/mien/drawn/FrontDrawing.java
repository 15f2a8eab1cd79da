package io.mien.drawn;

import static io.mien.drawn.Part.SIDES;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.Spot;
import io.mien.drawn.paint.Texture;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** What is seen of a head from the front, painted for surfaces that take the light themselves. */
record FrontDrawing(Sitting sitting, int side) {

  private static final double EDGE = Brush.PICTURE / 2;
  private static final Rectangle2D ALL =
      new Rectangle2D.Double(-EDGE, -EDGE, Brush.PICTURE, Brush.PICTURE);
  private static final List<Part> FEATURES =
      List.of(
          new EyeSockets(),
          new Nose(),
          new Wrinkles(),
          new Eyes(),
          new Brows(),
          new Freckles(),
          new BeardPart(),
          new Mouth());

  Texture skin() {
    return Texture.painted(
        side,
        brush -> {
          brush.fill(ALL, sitting.skin().base().opaque());
          Shading.cheeks(brush, sitting);
          underBrowsAndChin(brush);
          FEATURES.forEach(part -> part.paint(brush, sitting));
        });
  }

  Texture hair(HairCut cut) {
    return Texture.painted(
        side,
        brush -> {
          HairSheet cap = HairCap.sheet(sitting, cut, SideDrawing.parting(sitting));
          SideDrawing.comb(brush, sitting, cap, cut.flow());
        });
  }

  Texture glasses() {
    return Texture.painted(side, brush -> new Glasses().paint(brush, sitting));
  }

  private void underBrowsAndChin(Brush brush) {
    double w = sitting.marks().halfWidth();
    double h = sitting.marks().halfHeight();
    Skin skin = sitting.skin();
    brush.dab(Spot.at(0, -h * .52, w * .66, h * .28), skin.light(), .26);
    for (int eye : SIDES) {
      brush.dab(Spot.at(eye * w * .80, h * .36, w * .24, h * .30), skin.shade(), .14);
    }
    brush.dab(Spot.at(0, h * 1.0, w * .75, h * .13), skin.shade(), .36);
  }
}
