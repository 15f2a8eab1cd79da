package io.mien.drawn;

/**
 * A line from the crown of the head to the chin.
 *
 * @param sine of its angle to the middle of the face: -1 left ear, 0 nose or nape, 1 right ear
 * @param cosine of the angle: 1 nose, 0 ears, -1 nape
 */
record Meridian(double sine, double cosine) {

  /** Meridians all around, the first and the last of them at the nape. */
  static Meridian[] around(int count) {
    Meridian[] all = new Meridian[count + 1];
    for (int i = 0; i <= count; i++) {
      double angle = Math.PI * (2.0 * i / count - 1);
      all[i] = new Meridian(StrictMath.sin(angle), StrictMath.cos(angle));
    }
    return all;
  }

  Meridian between(Meridian next, double share) {
    return new Meridian(sine + (next.sine - sine) * share, cosine + (next.cosine - cosine) * share);
  }

  boolean isInFront() {
    return cosine > 0;
  }

  /** How much of the side is seen from the front: 1 at the nose, 0 at the ears, flatter than it. */
  double flattened() {
    double root = StrictMath.sqrt(Math.abs(cosine));
    return Math.abs(cosine) * .7 + root * .3;
  }
}
