package io.mien.orchestrator.chaos;

import java.util.random.RandomGenerator;

/**
 * How often things go wrong, each from 0 to 1.
 *
 * @param lost a record that was sent never arrives
 * @param doubled a record arrives twice
 * @param swapped a record arrives before others that were sent earlier
 * @param refused the broker does not answer; it may have taken the records
 * @param broken the connection to the database breaks at a statement
 * @param unwell an endpoint of webhooks does not say that it took what came
 */
record Odds(
    double lost, double doubled, double swapped, double refused, double broken, double unwell) {

  static final Odds NONE = new Odds(0, 0, 0, 0, 0, 0);

  /** Some of each; a different mixture for every seed. */
  static Odds some(RandomGenerator random) {
    return new Odds(
        random.nextDouble(0.15),
        random.nextDouble(0.25),
        random.nextDouble(0.4),
        random.nextDouble(0.1),
        random.nextDouble(0.02),
        random.nextDouble(0.5));
  }
}
