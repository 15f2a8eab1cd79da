package io.mien.drawn;

/**
 * What is true of a person in every picture: the ground truth for attribute models.
 *
 * @param age in years
 * @param hair colour and style; a bald head has a colour too, seen in the brows
 */
public record Attributes(
    Gender gender, int age, SkinTone skinTone, Hair hair, Beard beard, boolean glasses) {

  /** The hair as named attributes. */
  public record Hair(HairColour colour, HairStyle style) {}
}
