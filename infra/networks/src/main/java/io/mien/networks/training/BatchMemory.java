package io.mien.networks.training;

/** Where the pixels of a batch and of its counterparts lie. */
record BatchMemory(PixelMemory images, PixelMemory counterparts) {
  static BatchMemory of(StarGanTrainingSpec spec) {
    int size = spec.batchSize() / spec.microBatches();
    return new BatchMemory(
        new PixelMemory(size, spec.imageSize()),
        new PixelMemory(spec.paired().used() ? size : 0, spec.imageSize()));
  }
}
