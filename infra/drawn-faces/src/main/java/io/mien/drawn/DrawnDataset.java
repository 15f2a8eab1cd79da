package io.mien.drawn;

import io.mien.drawn.paint.Dice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A whole dataset as a value: a pure function from these parameters to pictures. Person {@code i}
 * and each picture depend on the seed and their own numbers alone, so that a larger dataset
 * contains the smaller one.
 *
 * @param people how many persons, 1 to 9999
 * @param shotsPerExpression pictures of each person with each expression
 * @param size width and height in pixels
 * @param seed of everything
 * @param intensity how strong the expressions are
 * @param occasion when the pictures of a person are taken
 * @param blend largest share that a second expression may take in a picture; 0 for pure ones
 */
public record DrawnDataset(
    int people,
    int shotsPerExpression,
    int size,
    long seed,
    IntensityRange intensity,
    Occasion occasion,
    double blend) {

  private static final int MOST_PEOPLE = 9999;

  public DrawnDataset {
    if (people < 1 || people > MOST_PEOPLE || shotsPerExpression < 1) {
      throw new IllegalArgumentException(
          "A drawn dataset needs 1 to %d people and at least 1 shot, got %d and %d"
              .formatted(MOST_PEOPLE, people, shotsPerExpression));
    }
    if (!(blend >= 0 && blend < 0.5)) {
      throw new IllegalArgumentException(
          "The blend must be at least 0 and under 0.5, got " + blend);
    }
  }

  /** Pure expressions of the default strength, 128 pixels, seed 1. */
  public static DrawnDataset of(int people, int shotsPerExpression) {
    return new DrawnDataset(
        people, shotsPerExpression, 128, 1, IntensityRange.DEFAULT, Occasion.SNAPSHOT, 0);
  }

  public DrawnDataset withSize(int pixels) {
    return new DrawnDataset(people, shotsPerExpression, pixels, seed, intensity, occasion, blend);
  }

  public DrawnDataset withSeed(long other) {
    return new DrawnDataset(people, shotsPerExpression, size, other, intensity, occasion, blend);
  }

  public DrawnDataset withIntensity(double weakest, double strongest) {
    IntensityRange range = new IntensityRange(weakest, strongest);
    return new DrawnDataset(people, shotsPerExpression, size, seed, range, occasion, blend);
  }

  public DrawnDataset withBlend(double largestShare) {
    return new DrawnDataset(
        people, shotsPerExpression, size, seed, intensity, occasion, largestShare);
  }

  public DrawnDataset withOccasion(Occasion other) {
    return new DrawnDataset(people, shotsPerExpression, size, seed, intensity, other, blend);
  }

  /** All pictures, unpainted: by person, then expression, then shot. */
  public List<DrawnFace> faces() {
    List<DrawnFace> faces = new ArrayList<>();
    for (int person = 1; person <= people; person++) {
      Identity identity = Identity.of(Dice.seed(seed, person));
      for (Expression expression : Expression.values()) {
        for (int number = 1; number <= shotsPerExpression; number++) {
          faces.add(face(person, identity, expression, number));
        }
      }
    }
    return List.copyOf(faces);
  }

  /**
   * Writes the dataset, in parallel. Pictures already there from an interrupted run with the same
   * parameters are kept and counted as such; a directory of another dataset is refused.
   */
  public WriteSummary write(Path root, Layout layout, ProgressListener progress)
      throws IOException {
    return DatasetWriter.of(this, layout, root).write(progress);
  }

  /** Refuses what a layout has no names for. */
  DrawnDataset fitting(String layout, int mostPeople, int mostShots) {
    if (people > mostPeople || shotsPerExpression > mostShots) {
      throw new IllegalArgumentException(
          "%s has names for %d people with %d shots of an expression, not for %d with %d: use fewer"
              .formatted(layout, mostPeople, mostShots, people, shotsPerExpression));
    }
    return this;
  }

  private DrawnFace face(int person, Identity identity, Expression expression, int number) {
    long pictureSeed = Dice.seed(Dice.seed(identity.seed(), expression.ordinal()), number);
    String subject = String.format(Locale.ROOT, "P%04d", person);
    Feeling feeling = feeling(expression, Dice.of(pictureSeed, "feeling"));
    Shot shot = shot(identity, number, pictureSeed);
    return new DrawnFace(subject, number, identity, feeling, shot, pictureSeed);
  }

  private Shot shot(Identity identity, int number, long pictureSeed) {
    return switch (occasion) {
      case SNAPSHOT -> Shot.of(pictureSeed);
      case SESSION -> Shot.ofSession(Dice.seed(~identity.seed(), number), pictureSeed);
    };
  }

  private Feeling feeling(Expression expression, Dice dice) {
    double strength = dice.between(intensity.weakest(), intensity.strongest());
    double share = dice.between(0, blend);
    Expression undertone = other(expression, dice);
    if (expression == Expression.NEUTRAL) {
      return Feeling.of(expression, 0);
    }
    if (blend == 0) {
      return Feeling.of(expression, strength);
    }
    return new Feeling(expression, strength, undertone, share);
  }

  /** Any other expression but neutral, which would be a weaker one under another name. */
  private static Expression other(Expression expression, Dice dice) {
    Expression[] all = Expression.values();
    int shown = all.length - 1;
    int step = 1 + dice.below(shown - 1);
    return all[1 + Math.floorMod(expression.ordinal() - 1 + step, shown)];
  }
}
