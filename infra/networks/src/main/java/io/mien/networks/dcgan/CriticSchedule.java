package io.mien.networks.dcgan;

/**
 * Critic steps before each generator step. WGAN trains its critic nearly to the end at first and
 * now and then, because its generator learns from a good one.
 *
 * @param steps critic steps for each generator step
 * @param eagerSteps critic steps instead, for some generator steps
 * @param eagerStart for the first generator steps, so many of them
 * @param eagerEvery and for every such one after; 0 for none
 */
public record CriticSchedule(int steps, int eagerSteps, int eagerStart, int eagerEvery) {
  public CriticSchedule {
    if (steps < 1 || eagerSteps < 1 || eagerStart < 0 || eagerEvery < 0) {
      throw new IllegalArgumentException(
          "A critic's schedule needs steps >= 1 and starts, intervals >= 0; found %d, %d, %d, %d."
              .formatted(steps, eagerSteps, eagerStart, eagerEvery));
    }
  }

  /** The same number always. */
  public static CriticSchedule constant(int steps) {
    return new CriticSchedule(steps, steps, 0, 0);
  }

  /** WGAN's: 5, but 100 for the first 25 generator steps and for every 500th. */
  public static CriticSchedule wgan() {
    return new CriticSchedule(5, 100, 25, 500);
  }

  /** Critic steps before a generator step, counted from 0. */
  public int before(long generatorStep) {
    boolean eager =
        generatorStep < eagerStart || (eagerEvery > 0 && generatorStep % eagerEvery == 0);
    return eager ? eagerSteps : steps;
  }
}
