package io.mien.drawn;

import io.mien.drawn.paint.Dice;
import io.mien.drawn.paint.Pigment;

/** Names of hair colours, as attributes of datasets have them; each covers a few shades. */
public enum HairColour {
  BLACK(0x14110F, 0x1E1714),
  BROWN(0x3A2317, 0x4E2E1A, 0x66401F),
  BLOND(0xA9834A, 0xC6A25E, 0xD6B878),
  RED(0x7E3214, 0x9A4A1E),
  GREY(0x8A8683, 0xB4B1AE, 0xCFCCC8);

  private final int[] shades;

  HairColour(int... shades) {
    this.shades = shades;
  }

  Pigment shade(Dice dice) {
    return Pigment.of(dice.pick(shades)).plus(dice.between(-6, 6));
  }

  /** Grey comes with the years; light and red hair goes with light skin. */
  static HairColour of(SkinTone tone, int age, Dice dice) {
    if (dice.chance((age - 38) / 45.0)) {
      return GREY;
    }
    return tone.isDark()
        ? dice.pick(BLACK, BLACK, BROWN)
        : dice.pick(BLACK, BROWN, BROWN, BLOND, BLOND, RED);
  }
}
