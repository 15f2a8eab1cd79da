package io.mien.networks.training;

/**
 * Iterations before the adversarial training in which the critic learns the labels alone: from a
 * cold start its classifier is what the generator waits for.
 *
 * @param iterations 0 for none (the paper's); several sets share them in turn
 * @param learningRate peak of a half cosine
 * @param augmentation of its images
 */
public record CriticWarmup(
    long iterations, int batchSize, double learningRate, Augmentation augmentation) {
  public CriticWarmup {
    if (iterations < 0 || batchSize < 1 || !(learningRate > 0)) {
      throw new IllegalArgumentException(
          "A warm-up needs iterations >= 0, a batch >= 1 and a rate > 0; found %d, %d, %s."
              .formatted(iterations, batchSize, learningRate));
    }
  }

  public static CriticWarmup none() {
    return new CriticWarmup(0, 16, 1e-3, new Augmentation(true, 3, 0, 0));
  }
}
