package io.mien.drawn;

import io.mien.drawn.paint.Dice;

/**
 * The light of a picture.
 *
 * @param side where it comes from: -1 left, 0 from the front, 1 right
 * @param exposure brightness of the picture; 1 is correct
 */
public record Light(double side, double exposure) {

  static Light of(Framing framing, Dice dice) {
    double spread = framing == Framing.STUDIO ? .25 : .55;
    double side = Math.max(-1, Math.min(1, dice.gaussian(spread)));
    return new Light(side, dice.between(.88, 1.06));
  }
}
