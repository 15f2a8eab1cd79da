package io.mien.networks.verification;

import io.mien.networks.inference.FaceLikeness;
import java.util.Comparator;
import java.util.List;

/** Pairs of pictures, the most alike first. */
public final class FacePairs {
  private final int people;
  private final double[] likeness;
  private final int[] one;
  private final int[] other;

  /**
   * @param people how many there are; their indices are smaller
   */
  public FacePairs(int people, List<FacePair> pairs) {
    this.people = people;
    List<FacePair> sorted =
        pairs.stream().sorted(Comparator.comparingDouble(FacePair::likeness).reversed()).toList();
    this.likeness = sorted.stream().mapToDouble(FacePair::likeness).toArray();
    this.one = sorted.stream().mapToInt(FacePair::one).toArray();
    this.other = sorted.stream().mapToInt(FacePair::other).toArray();
  }

  /**
   * Pairs of pictures by what a network of other people makes of them ({@link FaceLikeness}).
   *
   * @param logits pictures x people that the network knows
   * @param people index of the person on each picture, from 0 without gaps
   */
  public static FacePairs of(float[][] logits, int[] people) {
    int most = -1;
    for (int person : people) {
      most = Math.max(most, person);
    }
    return new FacePairs(
        most + 1,
        PicturePair.among(people).stream()
            .map(
                pair ->
                    new FacePair(
                        FaceLikeness.of(logits[pair.one()], logits[pair.other()]),
                        people[pair.one()],
                        people[pair.other()]))
            .toList());
  }

  public int people() {
    return people;
  }

  /** Pairs of one person. */
  public int same() {
    int same = 0;
    for (int i = 0; i < one.length; i++) {
      same += isOfOnePerson(i) ? 1 : 0;
    }
    return same;
  }

  /** Pairs of two people. */
  public int different() {
    return one.length - same();
  }

  int size() {
    return one.length;
  }

  double likeness(int pair) {
    return likeness[pair];
  }

  boolean isOfOnePerson(int pair) {
    return one[pair] == other[pair];
  }

  /**
   * How often a pair counts when each person counts so many times: one of one person as often as
   * the person, one of two as often as the product says.
   */
  double weight(int pair, int[] times) {
    return isOfOnePerson(pair) ? times[one[pair]] : (double) times[one[pair]] * times[other[pair]];
  }
}
