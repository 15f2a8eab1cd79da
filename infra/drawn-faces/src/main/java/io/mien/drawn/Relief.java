package io.mien.drawn;

import static io.mien.drawn.ActionUnit.CHEEK_RAISER;
import static io.mien.drawn.ActionUnit.LIP_CORNER_PULLER;
import static io.mien.drawn.ActionUnit.NOSE_WRINKLER;

import java.util.ArrayList;
import java.util.List;

/** How far the features stand out of the face, at the places where they are painted. */
final class Relief {

  private static final double NOSE_REACH = .54;

  private final Landmarks marks;
  private final double noseWidth;
  private final double noseTip;
  private final List<Bump> bumps = new ArrayList<>();

  /** A rounded elevation, or a hollow where the height is negative. */
  private record Bump(double x, double y, double radiusX, double radiusY, double height) {

    double at(double px, double py) {
      double dx = (px - x) / radiusX;
      double dy = (py - y) / radiusY;
      return height * bell(dx * dx + dy * dy);
    }
  }

  Relief(Sitting sitting) {
    this.marks = sitting.marks();
    this.noseWidth = sitting.identity().bones().nose().width();
    this.noseTip = marks.nose() - 5 * sitting.positive(NOSE_WRINKLER) - 4;
    eyes(sitting);
    mouth(sitting, Lips.of(sitting));
    beard(sitting, sitting.identity().grooming().beard());
  }

  /** Height over the plain face, in design units. */
  double at(double x, double y) {
    double height = nose(Math.abs(x), y);
    for (Bump bump : bumps) {
      height += bump.at(x, y);
    }
    return height;
  }

  private void eyes(Sitting sitting) {
    double eyes = marks.eyes();
    double w = marks.halfWidth();
    double lift = sitting.positive(CHEEK_RAISER) + sitting.positive(LIP_CORNER_PULLER);
    double spacing = sitting.identity().bones().eyes().spacing();
    for (int side : Part.SIDES) {
      bumps.add(new Bump(side * 34, eyes - 28, 60, 20, 4));
      bumps.add(new Bump(side * spacing, eyes - 2, 36, 24, -10));
      bumps.add(new Bump(side * spacing, eyes, 24, 17, 8));
      bumps.add(new Bump(side * w * .52, marks.nose() - 20, 40, 36, 5 + 3 * lift));
    }
    bumps.add(new Bump(0, eyes - 8, 26, 17, -3));
  }

  private void mouth(Sitting sitting, Lips lips) {
    Lips.Edges edges = lips.edges();
    double reach = lips.reach();
    double upper = (edges.upperOuter() + edges.upperInner()) / 2;
    double lower = (edges.lowerInner() + edges.lowerOuter()) / 2;
    bumps.add(new Bump(0, marks.mouth(), reach * 1.6, 46, 6));
    bumps.add(new Bump(0, upper, reach * 1.1, edges.upperInner() - edges.upperOuter() + 4, 7));
    bumps.add(new Bump(0, lower, reach * 1.0, edges.lowerOuter() - edges.lowerInner() + 3, 7));
    bumps.add(new Bump(0, edges.lowerOuter() + 11, 36, 11, -6));
    if (lips.parted()) {
      double gap = (edges.upperInner() + edges.lowerInner()) / 2;
      bumps.add(new Bump(0, gap, reach * .95, edges.gap() * .62 + 2, -15));
    }
    bumps.add(new Bump(0, sitting.marks().halfHeight() * .86, 40, 24, 10));
  }

  private void beard(Sitting sitting, Beard beard) {
    double chin = sitting.marks().halfHeight() * .92;
    switch (beard) {
      case NONE, STUBBLE -> {}
      case MOUSTACHE -> bumps.add(moustache());
      case GOATEE -> {
        bumps.add(moustache());
        bumps.add(new Bump(0, chin, 48, 36, 10));
      }
      case FULL -> {
        bumps.add(moustache());
        bumps.add(new Bump(0, chin, 90, 60, 15));
      }
    }
  }

  private Bump moustache() {
    return new Bump(0, (marks.nose() + marks.mouth()) / 2 + 4, 46, 17, 5);
  }

  /** A ridge that rises from between the eyes to the tip, with a wing on either side of it. */
  private double nose(double x, double y) {
    double root = marks.eyes() - 10;
    double base = marks.nose() + 11;
    if (y <= root || y >= base) {
      return 0;
    }
    double reach = NOSE_REACH * (marks.nose() - marks.eyes());
    double down = Math.min(1, (y - root) / (noseTip - root));
    double under = Math.max(0, (y - noseTip) / (base - noseTip));
    double height = reach * (.25 * down + .75 * down * down) * StrictMath.sqrt(1 - under * under);
    double ridge = noseWidth * (.50 + .22 * down);
    double wing = noseWidth * (.70 + .62 * down * down);
    return height * (.62 * bell(x * x / (ridge * ridge)) + .38 * bell(x * x / (wing * wing)));
  }

  private static double bell(double squared) {
    double rest = Math.max(0, 1 - squared);
    return rest * rest;
  }
}
