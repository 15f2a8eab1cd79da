package io.mien.drawn;

import static io.mien.drawn.ActionUnit.BROW_LOWERER;
import static io.mien.drawn.ActionUnit.CHEEK_RAISER;
import static io.mien.drawn.ActionUnit.INNER_BROW_RAISER;
import static io.mien.drawn.ActionUnit.LIP_CORNER_PULLER;
import static io.mien.drawn.ActionUnit.LIP_STRETCHER;
import static io.mien.drawn.ActionUnit.OUTER_BROW_RAISER;
import static io.mien.drawn.ActionUnit.UPPER_LIP_RAISER;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.Outline;
import io.mien.drawn.paint.Spot;

/** Folds of the skin, from the years and from the expression. */
final class Wrinkles implements Part {

  @Override
  public void paint(Brush brush, Sitting sitting) {
    for (int side : SIDES) {
      besideNose(brush, sitting, side);
      crowsFeet(brush, sitting, side);
      betweenBrows(brush, sitting, side);
    }
    forehead(brush, sitting);
  }

  private static void besideNose(Brush brush, Sitting sitting, int side) {
    Landmarks marks = sitting.marks();
    Bones bones = sitting.identity().bones();
    double smile = sitting.positive(LIP_CORNER_PULLER);
    double raised = sitting.positive(UPPER_LIP_RAISER);
    double depth =
        Math.min(.85, .08 + .26 * sitting.identity().ageing() + .48 * smile + .50 * raised);
    double reach = bones.mouth().width() + 12 + 10 * smile;
    double top = marks.nose() - 8 - 3 * raised;
    double bottom = marks.mouth() + 2 - 10 * smile;
    double start = marks.noseX() + side * bones.nose().width() * 1.10;
    double end = marks.x(side * reach);
    brush.line(
        Outline.from(start, top)
            .curve(start + side * 14, top + 8, end, bottom - 24, end - side, bottom)
            .open(),
        3.2,
        sitting.skin().shade().glaze(depth * .50));
    Spot hollow = Spot.at(end - side * 9, bottom - 18, 9, 24).tilted(-side * .5);
    brush.dab(hollow, sitting.skin().shade(), depth * .34);
  }

  private static void crowsFeet(Brush brush, Sitting sitting, int side) {
    double depth =
        .14 * sitting.identity().ageing()
            + .55 * sitting.positive(LIP_CORNER_PULLER) * sitting.positive(CHEEK_RAISER);
    if (depth < .08) {
      return;
    }
    EyeShape eyes = sitting.identity().bones().eyes();
    double x = sitting.marks().x(side * (eyes.spacing() + eyes.width() + 5));
    double y = sitting.marks().eyes();
    for (int i = -1; i <= 1; i++) {
      brush.line(
          Outline.from(x, y + 2 + i * 5)
              .bend(x + side * 5, y + i * 7 + 2, x + side * 10, y + i * 10 + 1)
              .open(),
          1.5,
          sitting.skin().shade().glaze(depth * .7));
    }
  }

  private static void betweenBrows(Brush brush, Sitting sitting, int side) {
    double depth = sitting.positive(BROW_LOWERER);
    if (depth < .15) {
      return;
    }
    double x = sitting.marks().middle() * 1.15;
    double y = sitting.marks().eyes() - sitting.identity().bones().brows().rise();
    brush.line(
        Outline.from(x + side * 7, y - 8)
            .curve(x + side * 5, y, x + side * 6, y + 8, x + side * 9, y + 16)
            .open(),
        2.4,
        sitting.skin().shade().glaze(Math.min(.7, .66 * depth)));
  }

  private static void forehead(Brush brush, Sitting sitting) {
    double inner = Math.min(1, sitting.positive(INNER_BROW_RAISER));
    double outer = Math.min(1, sitting.positive(OUTER_BROW_RAISER));
    double depth = Math.max(.24 * sitting.identity().ageing(), .40 * inner + .25 * outer);
    if (depth < .10) {
      return;
    }
    double x = sitting.marks().middle();
    double brows = sitting.marks().eyes() - sitting.identity().bones().brows().rise();
    // raised all along, the forehead folds from side to side; pulled together, only in the middle
    double reach = 40 + 24 * outer - 10 * sitting.positive(LIP_STRETCHER);
    for (int i = 0; i < 3; i++) {
      double y = brows - 32 - i * 13 - 4 * inner;
      double half = reach - i * 7;
      brush.line(
          Outline.from(x - half, y + 3)
              .curve(
                  x - half * .3,
                  y - 3 - inner * 2,
                  x + half * .3,
                  y - 3 - inner * 2,
                  x + half,
                  y + 3)
              .open(),
          1.8,
          sitting.skin().shade().glaze(depth * .50));
    }
  }
}
