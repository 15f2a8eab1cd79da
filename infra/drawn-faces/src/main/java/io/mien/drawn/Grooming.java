package io.mien.drawn;

import io.mien.drawn.paint.Dice;
import io.mien.drawn.paint.Pigment;

/** What a person does with hair, beard, glasses and clothes. */
public record Grooming(
    HairColour hairColour,
    Pigment hair,
    HairStyle hairStyle,
    Beard beard,
    boolean glasses,
    Pigment clothes) {

  private static final double WITH_GLASSES = 1 / 6.0;

  static Grooming of(Gender gender, SkinTone tone, int age, Dice dice) {
    HairColour colour = HairColour.of(tone, age, dice);
    return new Grooming(
        colour,
        colour.shade(dice),
        HairStyle.of(gender, tone, age, dice),
        Beard.of(gender, dice),
        dice.chance(WITH_GLASSES),
        Pigment.hsb(dice.unit(), dice.between(.15, .7), dice.between(.2, .85)));
  }
}
