package io.mien.networks.optimizer;

/**
 * Factor of the learning rate over a training.
 *
 * @param kind course after the flat part
 * @param flatShare share of all iterations before the decay starts, 0 to 1
 * @param warmupShare share of all iterations over which the rate rises from 0, 0 to 1
 */
public record Schedule(ScheduleKind kind, double flatShare, double warmupShare) {
  public Schedule {
    if (!(flatShare >= 0 && flatShare <= 1 && warmupShare >= 0 && warmupShare <= 1)) {
      throw new IllegalArgumentException(
          "Shares of a schedule lie between 0 and 1, found %s and %s."
              .formatted(flatShare, warmupShare));
    }
  }

  public static Schedule constant() {
    return new Schedule(ScheduleKind.CONSTANT, 1, 0);
  }

  /** Factor in [0, 1] at an iteration, counted from 0. */
  public double factor(long iteration, long iterations) {
    double done = (double) iteration / iterations;
    double rise = warmupShare == 0 ? 1 : Math.min(1, (iteration + 1) / (warmupShare * iterations));
    double decay = flatShare >= 1 ? 0 : Math.max(0, (done - flatShare) / (1 - flatShare));
    return rise
        * switch (kind) {
          case CONSTANT -> 1;
          case LINEAR -> 1 - decay;
          case COSINE -> 0.5 * (1 + Math.cos(Math.PI * decay));
        };
  }
}
