package io.mien.synth.paste;

/** A step without edges. */
final class Smooth {

  private Smooth() {}

  /** 0 up to 0, 1 from 1 on, and between them 3t² − 2t³, whose derivative is 0 at both ends. */
  static double step(double t) {
    double inside = Math.max(0, Math.min(1, t));
    return inside * inside * (3 - 2 * inside);
  }
}
