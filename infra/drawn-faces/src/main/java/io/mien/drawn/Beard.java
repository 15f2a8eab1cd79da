package io.mien.drawn;

import io.mien.drawn.paint.Dice;

/** Hair on the face. */
public enum Beard {
  NONE,
  STUBBLE,
  MOUSTACHE,
  GOATEE,
  FULL;

  static Beard of(Gender gender, Dice dice) {
    return gender == Gender.FEMALE
        ? NONE
        : dice.pick(NONE, NONE, NONE, NONE, STUBBLE, MOUSTACHE, GOATEE, FULL);
  }

  boolean onUpperLip() {
    return this == MOUSTACHE || this == GOATEE || this == FULL;
  }
}
