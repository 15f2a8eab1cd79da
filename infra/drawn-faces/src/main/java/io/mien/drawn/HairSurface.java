package io.mien.drawn;

/** The hair over the skull: a head that is larger, except where the hair begins on the forehead. */
final class HairSurface implements Surface {

  private static final double BARE_TOP = .98;
  private static final double NAPE = .40;
  private static final double LEAST = 2.5;

  private final HeadForm form;
  private final HairCut cut;

  HairSurface(HeadForm form, HairCut cut) {
    this.form = form;
    this.cut = cut;
  }

  @Override
  public double top() {
    return -form.halfHeight() * cut.top();
  }

  @Override
  public double bottom() {
    return form.halfHeight() * NAPE;
  }

  @Override
  public Vertex at(double y, Meridian meridian) {
    double thickness = thickness(y, meridian);
    double below = y < 0 ? y * (1 - (1 - BARE_TOP / cut.top()) * thickness) : y;
    double middle = form.middle(below);
    double growth = 1 + (cut.side() - 1 + curl(y, meridian)) * thickness;
    double end = meridian.isInFront() ? form.front(below) : form.back(below);
    double reach = (end - middle) * meridian.flattened();
    double x = form.width(below) * meridian.sine();
    return new Vertex(
        x * growth + LEAST * meridian.sine(), middle + reach * growth + LEAST * meridian.cosine());
  }

  /** Curls make the outline bumpy. */
  private double curl(double y, Meridian meridian) {
    if (cut.flow() != HairCut.Flow.CURLS) {
      return 0;
    }
    double along = 25 * meridian.cosine() + 16 * meridian.sine();
    return .035 * StrictMath.sin(along + y * .13) * StrictMath.cos(along * .7 - y * .17);
  }

  /** 0 at the hairline on the forehead, 1 over the crown, at the sides and behind. */
  private double thickness(double y, Meridian meridian) {
    double low = Math.max(0, Math.min(1, 1 - (y / form.halfHeight() - .1) / .35));
    if (!meridian.isInFront()) {
      return low;
    }
    double high = Math.max(0, Math.min(1, (-y / form.halfHeight() - .62) / .3));
    double front = Math.min(1, 2.0 * meridian.cosine());
    return low * (1 - front * (1 - high));
  }
}
