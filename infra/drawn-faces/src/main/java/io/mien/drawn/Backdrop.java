package io.mien.drawn;

import io.mien.drawn.paint.Dice;
import io.mien.drawn.paint.Pigment;

/** What is behind the person. */
public record Backdrop(Kind kind, Pigment near, Pigment far) {

  /** How the two colours lie. */
  public enum Kind {
    GRADIENT,
    HALO,
    CLUTTER
  }

  static Backdrop of(Framing framing, Dice dice) {
    Kind kind = framing == Framing.STUDIO ? Kind.HALO : dice.pick(Kind.values());
    double hue = dice.unit();
    Pigment near = Pigment.hsb(hue, dice.between(.04, .42), dice.between(.28, .92));
    Pigment far =
        Pigment.hsb(hue + dice.between(-.1, .1), dice.between(.04, .42), dice.between(.18, .85));
    return new Backdrop(kind, near, far);
  }
}
