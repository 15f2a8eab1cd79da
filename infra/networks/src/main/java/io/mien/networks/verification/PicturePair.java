package io.mien.networks.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Indices of two pictures that are to be compared. */
public record PicturePair(int one, int other) {
  /** Two of different people; more make a measure slower, but hardly surer. */
  private static final int MOST_DIFFERENT = 100_000;

  /** Decides which of too many pairs are compared; any fixed number will do. */
  private static final long SEED = 20261;

  /**
   * All pairs of pictures of one person, and of those of two people all or, where there are very
   * many, 100,000 that depend on nothing but the number and order of pictures.
   *
   * @param people index of the person on each picture
   */
  public static List<PicturePair> among(int[] people) {
    return among(people, MOST_DIFFERENT);
  }

  static List<PicturePair> among(int[] people, int mostDifferent) {
    long left = different(people);
    long wanted = Math.min(left, mostDifferent);
    Random random = new Random(SEED);
    List<PicturePair> pairs = new ArrayList<>();
    for (int one = 0; one < people.length; one++) {
      for (int other = one + 1; other < people.length; other++) {
        if (people[one] == people[other]) {
          pairs.add(new PicturePair(one, other));
          continue;
        }
        // Selection sampling: Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S
        if (random.nextDouble() * left < wanted) {
          pairs.add(new PicturePair(one, other));
          wanted--;
        }
        left--;
      }
    }
    return pairs;
  }

  private static long different(int[] people) {
    long different = 0;
    for (int one = 0; one < people.length; one++) {
      for (int other = one + 1; other < people.length; other++) {
        different += people[one] == people[other] ? 0 : 1;
      }
    }
    return different;
  }
}
