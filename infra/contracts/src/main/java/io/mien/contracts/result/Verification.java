package io.mien.contracts.result;

/**
 * How well a classifier of people tells others apart, whom its training has never seen: pairs of
 * pictures are compared by the correlation of its logits, those of one person should be more alike
 * than those of two. Intervals are of 95 %, from a bootstrap of the people; pictures of one person
 * are often from one session, which makes the figures somewhat kind.
 *
 * @param people of the validation part with two pictures or more
 * @param pictures of them that were compared
 * @param samePairs of one person, all there are
 * @param differentPairs of two people, all or a fixed choice of very many
 * @param areaUnderCurve of the receiver operating characteristic: the probability that a pair of
 *     one person is more alike than one of two; 0.5 of guessing
 * @param equalErrorRate where as large a share of the pairs of two people is accepted as of those
 *     of one is refused; 0.5 of guessing
 */
public record Verification(
    int people,
    int pictures,
    int samePairs,
    int differentPairs,
    Estimate areaUnderCurve,
    Estimate equalErrorRate,
    Acceptance acceptance) {

  /** With the 95 % interval. */
  public record Estimate(double value, double low, double high) {}

  /**
   * What a threshold does at which at most 1 % of the pairs of two people are accepted.
   *
   * @param threshold correlation of logits from which two pictures count as of one person, -1 to 1
   * @param falseAcceptRate share of the pairs of two people that are accepted, 0 to 0.01
   * @param trueAcceptRate share of the pairs of one person that are accepted
   */
  public record Acceptance(double threshold, double falseAcceptRate, Estimate trueAcceptRate) {}
}
