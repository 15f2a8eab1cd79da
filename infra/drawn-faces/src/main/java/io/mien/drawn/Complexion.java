package io.mien.drawn;

import io.mien.drawn.paint.Dice;
import io.mien.drawn.paint.Pigment;

/** The colours of a face. */
public record Complexion(
    SkinTone tone, Pigment skin, Pigment lips, Pigment iris, boolean freckles) {

  private static final int[] IRISES = {0x3B2312, 0x5A3A1C, 0x6B7F3A, 0x4C7C9A, 0x6F8796, 0x2E4F3A};
  private static final int DARK_IRISES = 2;

  static Complexion of(SkinTone tone, Gender gender, Dice dice) {
    Pigment skin = tone.pigment().plus(dice.between(-8, 8));
    boolean female = gender == Gender.FEMALE;
    Pigment blood = Pigment.of(female ? 0xA8323C : 0x9A4A42);
    Pigment lips = skin.mix(blood, female ? dice.between(.40, .70) : dice.between(.28, .42));
    int iris = IRISES[dice.below(tone.isDark() ? DARK_IRISES : IRISES.length)];
    boolean freckles = tone.compareTo(SkinTone.SAND) <= 0 && dice.chance(.25);
    return new Complexion(tone, skin, lips, Pigment.of(iris), freckles);
  }
}
