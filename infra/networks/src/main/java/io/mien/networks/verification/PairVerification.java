package io.mien.networks.verification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Whether pairs of pictures of one person are more alike than pairs of two people, with intervals
 * that know that pairs of the same people are not independent: the people are drawn again and
 * again, not the pairs (the vertex bootstrap of Snijders and Borgatti 1999).
 *
 * @param people who are compared
 * @param same pairs of one person
 * @param different pairs of two people
 * @param area under the receiver operating characteristic: the probability that a pair of one
 *     person is more alike than one of two, 0.5 of guessing
 * @param equalErrorRate where as large a share of the pairs of two people is accepted as of those
 *     of one is refused, 0 to 1
 * @param threshold likeness from which a pair is accepted, so that at most 1 % of the pairs of two
 *     people are
 * @param falseAcceptRate share of the pairs of two people that are accepted at this threshold
 * @param trueAcceptRate share of the pairs of one person that are; its interval has the threshold
 *     chosen anew in every draw
 */
public record PairVerification(
    int people,
    int same,
    int different,
    Estimate area,
    Estimate equalErrorRate,
    double threshold,
    double falseAcceptRate,
    Estimate trueAcceptRate) {
  /** A bootstrap of fewer says too little of others. */
  public static final int LEAST_PEOPLE = 10;

  private static final int DRAWS = 1000;

  /** Of the bootstrap; any fixed number will do. */
  private static final long SEED = 20262;

  /**
   * @param pairs of at least {@link #LEAST_PEOPLE} people, each with a pair of their own
   */
  public static PairVerification of(FacePairs pairs) {
    int people = pairs.people();
    if (people < LEAST_PEOPLE) {
      throw new IllegalArgumentException(
          "Compare pictures of %d people: %d are needed at least.".formatted(people, LEAST_PEOPLE));
    }
    int[] once = new int[people];
    Arrays.fill(once, 1);
    Separation found =
        Separation.of(pairs, once)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%d pairs of one person and %d of two tell nothing: both are needed."
                            .formatted(pairs.same(), pairs.different())));
    List<Separation> draws = draws(pairs);
    return new PairVerification(
        people,
        pairs.same(),
        pairs.different(),
        estimate(found, draws, Separation::area),
        estimate(found, draws, Separation::equalErrorRate),
        found.threshold(),
        found.falseAcceptRate(),
        estimate(found, draws, Separation::trueAcceptRate));
  }

  private static List<Separation> draws(FacePairs pairs) {
    Random random = new Random(SEED);
    List<Separation> draws = new ArrayList<>();
    for (int draw = 0; draw < DRAWS; draw++) {
      int[] times = new int[pairs.people()];
      for (int i = 0; i < times.length; i++) {
        times[random.nextInt(times.length)]++;
      }
      Separation.of(pairs, times).ifPresent(draws::add);
    }
    return draws;
  }

  private static Estimate estimate(
      Separation found, List<Separation> draws, ToDoubleFunction<Separation> measure) {
    return Estimate.of(measure.applyAsDouble(found), draws.stream().mapToDouble(measure).toArray());
  }
}
