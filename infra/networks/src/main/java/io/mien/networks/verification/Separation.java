package io.mien.networks.verification;

import java.util.Optional;

/**
 * How well likeness tells pairs of one person from pairs of two: the receiver operating
 * characteristic in a few figures. Pairs that are equally alike are accepted together.
 *
 * @param area under the curve: the probability that a pair of one person is more alike than one of
 *     two, 0.5 of guessing
 * @param equalErrorRate where as large a share of the pairs of two people is accepted as of those
 *     of one is refused, between two thresholds by linear interpolation
 * @param threshold the lowest likeness at which at most {@value #FALSE_ACCEPT_RATE} of the pairs of
 *     two people are accepted
 * @param falseAcceptRate share of them at this threshold
 * @param trueAcceptRate share of the pairs of one person that are accepted at this threshold
 */
record Separation(
    double area,
    double equalErrorRate,
    double threshold,
    double falseAcceptRate,
    double trueAcceptRate) {
  static final double FALSE_ACCEPT_RATE = 0.01;

  /**
   * Of pairs of people each of whom counts so many times ({@link FacePairs#weight}); empty without
   * any pair of one kind.
   *
   * @param times how often each person counts
   */
  static Optional<Separation> of(FacePairs pairs, int[] times) {
    double same = 0;
    double different = 0;
    for (int i = 0; i < pairs.size(); i++) {
      same += pairs.isOfOnePerson(i) ? pairs.weight(i, times) : 0;
      different += pairs.isOfOnePerson(i) ? 0 : pairs.weight(i, times);
    }
    return same == 0 || different == 0
        ? Optional.empty()
        : Optional.of(new Walk(pairs, times, same, different).toTheEnd());
  }

  /** The curve from the pairs that are most alike down to the least. */
  private static final class Walk {
    private final FacePairs pairs;
    private final int[] times;
    private final double same;
    private final double different;
    private double trueAccepts;
    private double falseAccepts;

    Walk(FacePairs pairs, int[] times, double same, double different) {
      this.pairs = pairs;
      this.times = times;
      this.same = same;
      this.different = different;
    }

    Separation toTheEnd() {
      double area = 0;
      double equalErrorRate = Double.NaN;
      double threshold = Math.nextUp(pairs.likeness(0));
      double falseAcceptRate = 0;
      double trueAcceptRate = 0;
      for (int next = 0; next < pairs.size(); ) {
        double trueBefore = trueAccepts / same;
        double falseBefore = falseAccepts / different;
        double level = pairs.likeness(next);
        next = accept(next, level);
        double trueNow = trueAccepts / same;
        double falseNow = falseAccepts / different;
        area += (falseNow - falseBefore) * (trueNow + trueBefore) / 2;
        double before = trueBefore + falseBefore - 1;
        double now = trueNow + falseNow - 1;
        if (before < 0 && now >= 0) {
          equalErrorRate = falseBefore + (falseNow - falseBefore) * before / (before - now);
        }
        if (falseNow <= FALSE_ACCEPT_RATE) {
          threshold = level;
          falseAcceptRate = falseNow;
          trueAcceptRate = trueNow;
        }
      }
      return new Separation(area, equalErrorRate, threshold, falseAcceptRate, trueAcceptRate);
    }

    /** Accepts all pairs that are as alike as this; returns the first that is less. */
    private int accept(int from, double level) {
      int next = from;
      for (; next < pairs.size() && pairs.likeness(next) == level; next++) {
        trueAccepts += pairs.isOfOnePerson(next) ? pairs.weight(next, times) : 0;
        falseAccepts += pairs.isOfOnePerson(next) ? 0 : pairs.weight(next, times);
      }
      return next;
    }
  }
}
