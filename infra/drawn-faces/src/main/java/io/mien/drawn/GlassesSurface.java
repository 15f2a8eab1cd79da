package io.mien.drawn;

/** Lenses before the eyes and temples beside the head. */
final class GlassesSurface implements Surface {

  private static final double ABOVE_EYES = 30;
  private static final double BELOW_EYES = 38;
  private static final double BEFORE_FACE = 5;
  private static final double BESIDE_HEAD = 2.5;

  private final HeadForm form;
  private final double eyes;

  GlassesSurface(HeadForm form, Sitting sitting) {
    this.form = form;
    this.eyes = sitting.marks().eyes();
  }

  @Override
  public double top() {
    return eyes - ABOVE_EYES;
  }

  @Override
  public double bottom() {
    return eyes + BELOW_EYES;
  }

  @Override
  public Vertex at(double y, Meridian meridian) {
    double x = (form.width(eyes) + BESIDE_HEAD) * meridian.sine();
    double end = meridian.isInFront() ? form.front(eyes) + BEFORE_FACE : form.back(eyes);
    return new Vertex(x, end * meridian.flattened());
  }
}
