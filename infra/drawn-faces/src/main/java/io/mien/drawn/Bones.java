package io.mien.drawn;

import io.mien.drawn.paint.Dice;

/** The build of a face, in design units (a picture is 512 wide). */
public record Bones(Skull skull, EyeShape eyes, BrowShape brows, NoseShape nose, MouthShape mouth) {

  static Bones of(Gender gender, long seed) {
    return new Bones(
        Skull.of(gender, Dice.of(seed, "skull")),
        EyeShape.of(Dice.of(seed, "eyes")),
        BrowShape.of(gender, Dice.of(seed, "brows")),
        NoseShape.of(Dice.of(seed, "nose")),
        MouthShape.of(gender, Dice.of(seed, "mouth")));
  }
}
