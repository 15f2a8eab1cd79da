package io.mien.drawn;

import io.mien.drawn.paint.Dice;
import io.mien.drawn.paint.Pigment;

/** The colour of single strands: no two are alike, and a band around the head shines. */
record HairTint(Pigment hair, double lightSide) {

  private static final double SHINE_AT = .58;
  private static final double SHINE_WIDTH = .20;

  static HairTint of(Sitting sitting) {
    return new HairTint(sitting.identity().grooming().hair(), sitting.lightSide());
  }

  /**
   * @param across 0 at the hairline, 1 at the rim
   */
  Pigment strand(double across, double along, Dice dice) {
    double offset = (across - SHINE_AT) / SHINE_WIDTH;
    double shine = StrictMath.exp(-offset * offset);
    double side = 1 + .25 * lightSide * (along - .5) * 2;
    // strands of light hair differ less
    double spread = 1 - .55 * hair.luma();
    double level = (.88 + spread * dice.between(-.33, .32)) * side;
    Pigment tint = hair.times(level).plus(dice.between(0, 14));
    return tint.mix(gloss(), Math.max(0, shine * dice.between(.02, .34) * side));
  }

  /** Dark hair shines too. */
  Pigment gloss() {
    return hair.times(1.5).mix(Pigment.WHITE, .28);
  }
}
