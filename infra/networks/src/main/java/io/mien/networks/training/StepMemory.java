package io.mien.networks.training;

import io.mien.networks.parameter.Footprint;

/**
 * What a training needs of the device's memory, estimated from its networks' dimensions.
 *
 * @param network what is trained, for people
 * @param imageSize side of the images in pixels
 * @param batch of a step
 * @param footprint of all networks, with what the passes of a step keep at its peak
 */
record StepMemory(String network, int imageSize, StepBatch batch, Footprint footprint) {

  /** Four bytes each for a weight, its gradient, two moments of Adam's and the moving average. */
  private static final long BYTES_PER_WEIGHT = 5 * Float.BYTES;

  /** Share of the memory to plan with: gradients of maps come and go beside what is kept. */
  private static final double PLANNED = 0.8;

  /** Of the adversarial steps, and of everything that is kept between steps. */
  static StepMemory of(StarGanTrainingSpec spec) {
    int size = spec.imageSize();
    Footprint generator = spec.generator().footprint(size);
    // There and back through the generator; real, generated and mixed images through the critic.
    // The critic of reconstructions takes its turn after it, over as many images.
    Footprint critic = spec.critic().footprint(size).passes(3);
    return new StepMemory(
        "StarGAN",
        size,
        StepBatch.inParts(spec.batchSize(), spec.microBatches()),
        generator.passes(2).plus(critic).plus(addedCritic(spec)));
  }

  /** Of the steps of the critic's warm-up, beside everything that is kept. */
  static StepMemory ofWarmup(StarGanTrainingSpec spec) {
    int size = spec.imageSize();
    return new StepMemory(
        "StarGAN's critic (its warm-up)",
        size,
        StepBatch.ofWarmup(spec.warmup().batchSize()),
        spec.critic()
            .footprint(size)
            .plus(spec.generator().footprint(size).passes(0))
            .plus(addedCritic(spec)));
  }

  /** Weights of the critic of reconstructions: what it keeps has its place when it has its turn. */
  private static Footprint addedCritic(StarGanTrainingSpec spec) {
    int critics = spec.reconstructionCritic().used() ? 1 : 0;
    Footprint own = spec.critic().footprint(spec.imageSize()).passes(0);
    return new Footprint(critics * own.weights(), own.kept());
  }

  static StepMemory of(FaceGanTrainingSpec spec) {
    int size = spec.imageSize();
    Footprint generator = spec.network().generatorFootprint(size);
    Footprint critic = spec.network().criticFootprint(size);
    return new StepMemory(
        "a face generator",
        size,
        StepBatch.whole(spec.batchSize()),
        generator.plus(critic.passes(3)));
  }

  static StepMemory of(ClassifierTrainingSpec spec) {
    int size = spec.imageSize();
    Footprint network = spec.network().footprint(size);
    return new StepMemory("a classifier", size, StepBatch.whole(spec.batchSize()), network);
  }

  /** What stays from step to step. */
  long fixedBytes() {
    return BYTES_PER_WEIGHT * footprint.weights();
  }

  long bytesPerImage() {
    return Float.BYTES * footprint.kept();
  }

  /**
   * Images that fit into so much memory at a time. That so many as now did not fit is known: no
   * more than half of them are advised, whatever the estimate says.
   */
  int fitting(long room) {
    double images = PLANNED * room / bytesPerImage();
    return (int) Math.min(batch.together() / 2, images);
  }

  /** What to ask for instead, for people. */
  String advice(long room) {
    return batch.advice(fitting(room));
  }
}
