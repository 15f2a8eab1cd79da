package io.mien.drawn;

/** Hair that falls beside and behind the face, open towards it. */
final class FallingHair implements Surface {

  private static final double OPENING = .34;

  private final HeadForm form;
  private final HairCut cut;

  FallingHair(HeadForm form, HairCut cut) {
    this.form = form;
    this.cut = cut;
  }

  @Override
  public double top() {
    return -form.halfHeight() * .62;
  }

  @Override
  public double bottom() {
    return form.halfHeight() * cut.fall() * 1.04;
  }

  @Override
  public Vertex at(double y, Meridian meridian) {
    double w = form.halfWidth();
    double h = form.halfHeight();
    double high = Math.max(0, (-y / h - .05) / .95);
    double low = Math.max(0, y / (h * cut.fall()));
    double loose = Math.max(0, Math.min(1, (y / h + .40) / .80));
    double wide = w * (cut.side() - .03 + .11 * loose) * StrictMath.sqrt(1 - high * high);
    double back = -w * (1.16 * cut.side() - .05 + .10 * loose) * StrictMath.sqrt(1 - high * high);
    double x = wide * (1 - .05 * low * low) * meridian.sine();
    double end = meridian.isInFront() ? OPENING * w : back * (1 - .22 * low * low);
    return new Vertex(x, end * meridian.flattened());
  }

  @Override
  public boolean isOpen() {
    return true;
  }
}
