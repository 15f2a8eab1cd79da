package io.mien.networks.training;

import java.util.stream.IntStream;

/**
 * The batch of a step, and what may be changed of it when memory is short.
 *
 * @param field of the specification that says its size
 * @param size images of a step
 * @param parts of a batch that are in memory one after the other
 * @param accumulates whether {@code microBatches} says how many parts there are
 * @param smallest that makes sense
 */
record StepBatch(String field, int size, int parts, boolean accumulates, int smallest) {
  private static final String BATCH_SIZE = "batchSize";

  /** Comes whole; networks with batch statistics need two images. */
  static StepBatch whole(int size) {
    return new StepBatch(BATCH_SIZE, size, 1, false, 2);
  }

  static StepBatch inParts(int size, int parts) {
    return new StepBatch(BATCH_SIZE, size, parts, true, 1);
  }

  /** Of the critic's warm-up, which comes whole. */
  static StepBatch ofWarmup(int size) {
    return new StepBatch("warmup." + BATCH_SIZE, size, 1, false, 1);
  }

  /** Images that are in memory at a time. */
  int together() {
    return size / parts;
  }

  /**
   * What to ask for instead, for people.
   *
   * @param images that fit into memory at a time
   */
  String advice(int images) {
    if (images < 1 || (images < smallest && !accumulates)) {
      return "Not even a batch of %d fits: make networks or images smaller, or give the worker more memory."
          .formatted(smallest);
    }
    if (!accumulates) {
      return "What fits: %s %d.".formatted(field, images);
    }
    int enough =
        IntStream.rangeClosed(parts, size)
            .filter(count -> size % count == 0 && size / count <= images)
            .findFirst()
            .orElse(size);
    return "What fits: microBatches %d, which takes the same steps in parts of %d; or %s %d."
        .formatted(enough, size / enough, field, images * parts);
  }
}
