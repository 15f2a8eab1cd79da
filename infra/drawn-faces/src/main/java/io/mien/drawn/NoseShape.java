package io.mien.drawn;

import io.mien.drawn.paint.Dice;

/** The nose: half its width at the wings, and its length from the eyes down. */
public record NoseShape(double width, double length) {

  static NoseShape of(Dice dice) {
    return new NoseShape(dice.between(20, 29), dice.between(68, 79));
  }
}
