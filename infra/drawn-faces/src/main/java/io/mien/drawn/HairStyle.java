package io.mien.drawn;

import io.mien.drawn.paint.Dice;

/** How the hair is worn. */
public enum HairStyle {
  BALD,
  CROPPED,
  SIDE_PART,
  SWEPT_BACK,
  CURLY,
  AFRO,
  FRINGE,
  BOB,
  LONG_STRAIGHT,
  LONG_WAVY,
  TIED_BACK;

  static HairStyle of(Gender gender, SkinTone tone, int age, Dice dice) {
    if (gender == Gender.FEMALE) {
      return tone.isDark()
          ? dice.pick(AFRO, CURLY, TIED_BACK, LONG_STRAIGHT, LONG_WAVY, BOB)
          : dice.pick(BOB, FRINGE, LONG_STRAIGHT, LONG_WAVY, LONG_WAVY, TIED_BACK, CURLY);
    }
    if (dice.chance((age - 20) / 150.0)) {
      return BALD;
    }
    return tone.isDark()
        ? dice.pick(CROPPED, CROPPED, AFRO, CURLY, SIDE_PART)
        : dice.pick(CROPPED, SIDE_PART, SIDE_PART, SWEPT_BACK, CURLY);
  }
}
