package io.mien.drawn;

import io.mien.drawn.paint.Dice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
 * @param poses which way the head is turned: each shot is taken in all of them
 */
public record DrawnDataset(
    int people,
    int shotsPerExpression,
    int size,
    long seed,
    IntensityRange intensity,
    Occasion occasion,
    double blend,
    List<Pose> poses) {

  private static final int MOST_PEOPLE = 9999;
  private static final double POSE_DEVIATION = 8;
  private static final List<Pose> STRAIGHT = List.of(Pose.STRAIGHT);

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
    if (poses.isEmpty() || Set.copyOf(poses).size() != poses.size()) {
      throw new IllegalArgumentException(
          "A drawn dataset needs at least one pose and each of them once, got " + poses);
    }
    poses = List.copyOf(poses);
  }

  /** Pure expressions of the default strength, 128 pixels, seed 1. */
  public static DrawnDataset of(int people, int shotsPerExpression) {
    return new DrawnDataset(
        people, shotsPerExpression, 128, 1, IntensityRange.DEFAULT, Occasion.SNAPSHOT, 0, STRAIGHT);
  }

  public DrawnDataset withSize(int pixels) {
    return new DrawnDataset(
        people, shotsPerExpression, pixels, seed, intensity, occasion, blend, poses);
  }

  public DrawnDataset withSeed(long other) {
    return new DrawnDataset(
        people, shotsPerExpression, size, other, intensity, occasion, blend, poses);
  }

  public DrawnDataset withIntensity(double weakest, double strongest) {
    IntensityRange range = new IntensityRange(weakest, strongest);
    return new DrawnDataset(people, shotsPerExpression, size, seed, range, occasion, blend, poses);
  }

  public DrawnDataset withBlend(double largestShare) {
    return new DrawnDataset(
        people, shotsPerExpression, size, seed, intensity, occasion, largestShare, poses);
  }

  public DrawnDataset withOccasion(Occasion other) {
    return new DrawnDataset(people, shotsPerExpression, size, seed, intensity, other, blend, poses);
  }

  /**
   * Each shot from all these sides at the same moment. Straight pictures are those that are drawn
   * without poses (up to 12° of yaw); the others deviate from the angle of their class by up to 8°.
   */
  public DrawnDataset withPoses(Pose... turned) {
    return new DrawnDataset(
        people,
        shotsPerExpression,
        size,
        seed,
        intensity,
        occasion,
        blend,
        Arrays.stream(turned).sorted().toList());
  }

  /** Whether there is more to tell apart than one pose that goes without saying. */
  boolean isPosed() {
    return !poses.equals(STRAIGHT);
  }

  /** All pictures, unpainted: by person, then expression, then shot, then pose from the left. */
  public List<DrawnFace> faces() {
    List<DrawnFace> faces = new ArrayList<>();
    for (int person = 1; person <= people; person++) {
      Identity identity = Identity.of(Dice.seed(seed, person));
      for (Expression expression : Expression.values()) {
        for (int number = 1; number <= shotsPerExpression; number++) {
          DrawnFace straight = face(person, identity, expression, number);
          poses.forEach(pose -> faces.add(turned(straight, pose)));
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

  /** Refuses poses for a layout that cannot name them. */
  DrawnDataset straight(String layout) {
    if (isPosed()) {
      throw new IllegalArgumentException(
          "%s has no names for the poses %s: use csv-legend, image-folder or kdef"
              .formatted(layout, poses));
    }
    return this;
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

  private static DrawnFace turned(DrawnFace straight, Pose pose) {
    if (pose == Pose.STRAIGHT) {
      return straight;
    }
    Dice dice = Dice.of(straight.seed(), "turned " + pose.label());
    double yaw = pose.yaw() + dice.between(-POSE_DEVIATION, POSE_DEVIATION);
    return straight.in(straight.shot().turned(yaw));
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
