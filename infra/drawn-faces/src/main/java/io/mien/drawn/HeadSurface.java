package io.mien.drawn;

/** The skin of the head: its slices with the relief of the face before and the ears beside. */
final class HeadSurface implements Surface {

  private static final double EAR_STANDS_OUT = 12;

  private final HeadForm form;
  private final Relief relief;
  private final EarShape ear;
  private final double earStandsOut;

  HeadSurface(HeadForm form, Sitting sitting) {
    this.form = form;
    this.relief = new Relief(sitting);
    this.ear = EarShape.of(sitting.marks());
    HairStyle style = sitting.identity().grooming().hairStyle();
    this.earStandsOut = HairCut.of(style).falls() ? 0 : EAR_STANDS_OUT;
  }

  @Override
  public double top() {
    return form.top();
  }

  @Override
  public double bottom() {
    return form.bottom();
  }

  @Override
  public Vertex at(double y, Meridian meridian) {
    double x = form.width(y) * meridian.sine();
    double middle = form.middle(y);
    if (!meridian.isInFront()) {
      double z = middle + (form.back(y) - middle) * meridian.flattened();
      return new Vertex(x + Math.copySign(earStandsOut, x) * ear.height(z, y), z);
    }
    double z = middle + (form.front(y) - middle) * meridian.flattened();
    double push = Math.copySign(earStandsOut, x) * ear.height(z, y);
    return new Vertex(x + push, z + relief.at(x, y) * Math.min(1, 1.6 * meridian.cosine()));
  }
}
