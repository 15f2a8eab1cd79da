package io.mien.drawn;

import io.mien.drawn.paint.Dice;

/**
 * The mouth at rest.
 *
 * @param width half the width
 * @param lips thickness of the lips
 * @param drop from the tip of the nose down to the seam of the lips
 */
public record MouthShape(double width, double lips, double drop) {

  static MouthShape of(Gender gender, Dice dice) {
    return new MouthShape(
        dice.between(43, 53),
        gender == Gender.FEMALE ? dice.between(9, 14) : dice.between(6, 11),
        dice.between(37, 44));
  }
}
