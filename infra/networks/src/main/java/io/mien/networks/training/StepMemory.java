package io.mien.networks.training;

import io.mien.networks.parameter.Footprint;
import java.util.stream.IntStream;

/**
 * What a training needs of the device's memory, estimated from its networks' dimensions.
 *
 * @param network what is trained, for people
 * @param imageSize side of the images in pixels
 * @param batchSize images of a step
 * @param parts of a batch that are in memory one after the other
 * @param accumulates whether {@code microBatches} says how many parts there are
 * @param smallestBatch that makes sense
 * @param footprint of all networks, with what the passes of a step keep at its peak
 */
record StepMemory(
    String network,
    int imageSize,
    int batchSize,
    int parts,
    boolean accumulates,
    int smallestBatch,
    Footprint footprint) {

  /** Four bytes each for a weight, its gradient, two moments of Adam's and the moving average. */
  private static final long BYTES_PER_WEIGHT = 5 * Float.BYTES;

  /** Share of the memory to plan with: gradients of maps come and go beside what is kept. */
  private static final double PLANNED = 0.8;

  static StepMemory of(StarGanTrainingSpec spec) {
    int size = spec.imageSize();
    Footprint generator = spec.generator().footprint(size);
    Footprint critic = spec.critic().footprint(size);
    // There and back through the generator; real, generated and mixed images through the critic
    return new StepMemory(
        "StarGAN",
        size,
        spec.batchSize(),
        spec.microBatches(),
        true,
        1,
        generator.passes(2).plus(critic.passes(3)));
  }

  static StepMemory of(FaceGanTrainingSpec spec) {
    int size = spec.imageSize();
    Footprint generator = spec.network().generatorFootprint(size);
    Footprint critic = spec.network().criticFootprint(size);
    return new StepMemory(
        "a face generator", size, spec.batchSize(), 1, false, 2, generator.plus(critic.passes(3)));
  }

  static StepMemory of(ClassifierTrainingSpec spec) {
    int size = spec.imageSize();
    Footprint network = spec.network().footprint(size);
    return new StepMemory("a classifier", size, spec.batchSize(), 1, false, 2, network);
  }

  /** What stays from step to step. */
  long fixedBytes() {
    return BYTES_PER_WEIGHT * footprint.weights();
  }

  long bytesPerImage() {
    return Float.BYTES * footprint.kept();
  }

  /** Images that are in memory at a time. */
  int together() {
    return batchSize / parts;
  }

  /**
   * Images that fit into so much memory at a time. That so many as now did not fit is known: no
   * more than half of them are advised, whatever the estimate says.
   */
  int fitting(long room) {
    double images = PLANNED * room / bytesPerImage();
    return (int) Math.min(together() / 2, images);
  }

  /** What to ask for instead, for people. */
  String advice(long room) {
    int images = fitting(room);
    if (images < 1 || (images < smallestBatch && !accumulates)) {
      return "Not even a batch of %d fits: make networks or images smaller, or give the worker more memory."
          .formatted(smallestBatch);
    }
    if (!accumulates) {
      return "What fits: batchSize " + images + ".";
    }
    int enough =
        IntStream.rangeClosed(parts, batchSize)
            .filter(count -> batchSize % count == 0 && batchSize / count <= images)
            .findFirst()
            .orElse(batchSize);
    return "What fits: microBatches %d, which takes the same steps in parts of %d; or batchSize %d."
        .formatted(enough, batchSize / enough, images * parts);
  }
}
