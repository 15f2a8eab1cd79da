package io.mien.drawn;

import io.mien.drawn.paint.Dice;

/** Where the head is in the picture: its size, and the shift of its middle in design units. */
public record Placement(double scale, double right, double down) {

  static Placement of(Framing framing, Dice dice) {
    return framing == Framing.STUDIO
        ? new Placement(dice.between(1.0, 1.10), dice.gaussian(5), dice.gaussian(4))
        : new Placement(dice.between(.78, 1.12), dice.gaussian(13), dice.gaussian(9));
  }

  /** A moment later. */
  Placement moved(Dice dice) {
    return new Placement(
        scale * (1 + dice.gaussian(.008)), right + dice.gaussian(2), down + dice.gaussian(2));
  }
}
