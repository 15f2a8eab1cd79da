package io.mien.drawn;

import io.mien.drawn.paint.Dice;

/**
 * The brows at rest.
 *
 * @param rise above the eyes
 * @param arch height of the bow
 */
public record BrowShape(double thickness, double rise, double arch) {

  static BrowShape of(Gender gender, Dice dice) {
    double thickness = gender == Gender.FEMALE ? dice.between(6, 9.5) : dice.between(9, 14);
    return new BrowShape(thickness, dice.between(27, 34), dice.between(3, 10));
  }
}
