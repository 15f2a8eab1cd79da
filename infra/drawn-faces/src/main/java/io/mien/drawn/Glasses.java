package io.mien.drawn;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.Dice;
import io.mien.drawn.paint.Outline;
import io.mien.drawn.paint.Pigment;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;

/** Frames, lenses and temples. */
final class Glasses implements Part {

  private static final double HALF_WIDTH = 38;
  private static final double HEIGHT = 50;
  private static final double ABOVE_EYES = 21;

  /** What somebody's frame looks like. */
  record Frame(Color colour, double round, double width) {

    static Frame of(Identity identity) {
      Dice dice = identity.dice("glasses");
      Pigment colour = Pigment.of(dice.pick(0x1D1A1A, 0x3A2417, 0x6E6A68, 0x5A1F22));
      return new Frame(colour.glaze(.92), dice.between(16, 46), dice.between(2.6, 4.2));
    }
  }

  @Override
  public void paint(Brush brush, Sitting sitting) {
    if (!sitting.identity().grooming().glasses()) {
      return;
    }
    Landmarks marks = sitting.marks();
    double spacing = sitting.identity().bones().eyes().spacing();
    double eyes = marks.eyes();
    Frame model = Frame.of(sitting.identity());
    Color frame = model.colour();
    double round = model.round();
    double width = model.width();
    for (int side : SIDES) {
      double x = marks.x(side * spacing);
      double half = HALF_WIDTH * marks.stretch(side * spacing);
      RoundRectangle2D lens =
          new RoundRectangle2D.Double(x - half, eyes - ABOVE_EYES, half * 2, HEIGHT, round, round);
      brush.fill(lens, Pigment.WHITE.glaze(.03));
      brush.line(lens, width, frame);
      double temple = side * marks.halfWidth() - marks.middle() * .2;
      brush.line(new Line2D.Double(x + side * half, eyes - 8, temple, eyes - 11), width, frame);
    }
    double inner = spacing - HALF_WIDTH;
    brush.line(
        Outline.from(marks.x(-inner), eyes - 5)
            .bend(marks.noseX(), eyes - 13, marks.x(inner), eyes - 5)
            .open(),
        width,
        frame);
  }
}
