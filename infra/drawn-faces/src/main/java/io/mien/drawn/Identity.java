package io.mien.drawn;

import io.mien.drawn.paint.Dice;

/**
 * Everything that stays the same from picture to picture of one person; all are adults.
 *
 * @param age in years, 18 to 78
 */
public record Identity(
    long seed, Gender gender, int age, Complexion complexion, Bones bones, Grooming grooming) {

  private static final int YOUNGEST = 18;
  private static final int OLDEST = 78;

  /** The person of a seed: the same on every machine and in every release. */
  public static Identity of(long seed) {
    Dice dice = Dice.of(seed, "person");
    Gender gender = dice.pick(Gender.values());
    SkinTone tone = dice.pick(SkinTone.values());
    int age = YOUNGEST + (int) ((OLDEST - YOUNGEST) * StrictMath.pow(dice.unit(), 1.4));
    return new Identity(
        seed,
        gender,
        age,
        Complexion.of(tone, gender, Dice.of(seed, "complexion")),
        Bones.of(gender, seed),
        Grooming.of(gender, tone, age, Dice.of(seed, "grooming")));
  }

  public Attributes attributes() {
    Attributes.Hair hair = new Attributes.Hair(grooming.hairColour(), grooming.hairStyle());
    return new Attributes(
        gender, age, complexion.tone(), hair, grooming.beard(), grooming.glasses());
  }

  /** How far the skin has aged, 0 to 1. */
  double ageing() {
    return (age - YOUNGEST) / (double) (OLDEST - YOUNGEST);
  }

  /** Chance that belongs to the person, not to the picture: freckles, strands of hair. */
  Dice dice(String stream) {
    return Dice.of(seed, stream);
  }
}
