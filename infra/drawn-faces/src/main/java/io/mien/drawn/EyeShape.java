package io.mien.drawn;

import io.mien.drawn.paint.Dice;

/**
 * The eyes at rest.
 *
 * @param spacing from the middle of the face to the middle of an eye
 * @param height of the eyes above (negative) the middle of the face
 * @param width half the width
 * @param opening half the height of the open eye
 * @param tilt outer corners up, in radians
 */
public record EyeShape(double spacing, double height, double width, double opening, double tilt) {

  static EyeShape of(Dice dice) {
    return new EyeShape(
        dice.between(50, 58),
        dice.between(-26, -16),
        dice.between(27, 31),
        dice.between(11, 14),
        dice.between(-.07, .10));
  }
}
