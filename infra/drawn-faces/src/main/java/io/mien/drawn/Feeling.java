package io.mien.drawn;

/**
 * What a person shows, as labelled.
 *
 * @param intensity 0 (nothing to see) to 1 (posed in full); 0 for neutral
 * @param undertone a second expression that shows through; the same as the first when there is none
 * @param undertoneShare how much of the face the undertone takes, 0 to less than a half
 */
public record Feeling(
    Expression expression, double intensity, Expression undertone, double undertoneShare) {

  public Feeling {
    if (!(intensity >= 0 && intensity <= 1)) {
      throw new IllegalArgumentException(
          "Intensity of " + expression + " must be from 0 to 1, got " + intensity);
    }
    if (!(undertoneShare >= 0 && undertoneShare < 0.5)) {
      throw new IllegalArgumentException(
          "The undertone's share must be at least 0 and under 0.5, so that "
              + expression
              + " stays the label, got "
              + undertoneShare);
    }
  }

  public static Feeling of(Expression expression, double intensity) {
    return new Feeling(expression, intensity, expression, 0);
  }
}
