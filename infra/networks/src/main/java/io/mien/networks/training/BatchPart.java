package io.mien.networks.training;

import io.mien.networks.random.CounterRandom;
import io.mien.networks.random.PartRandom;
import java.util.List;

/**
 * Images of a step's batch that are in memory together: all of them, or one of several equal parts.
 * What is drawn for an image is the same however its batch is divided.
 *
 * @param step whose batch it is
 * @param start of these images in the batch
 * @param size how many these are
 * @param batchSize how many the batch has
 */
record BatchPart(long step, int start, int size, int batchSize) {
  static BatchPart whole(long step, int batchSize) {
    return new BatchPart(step, 0, batchSize, batchSize);
  }

  /** One of {@code parts} equal ones. */
  static BatchPart of(long step, int part, int parts, int batchSize) {
    int size = batchSize / parts;
    return new BatchPart(step, part * size, size, batchSize);
  }

  /** These images' share of what the batch has. */
  <T> List<T> of(List<T> batch) {
    return batch.subList(start, start + size);
  }

  /** Random numbers of one stream for these images. */
  PartRandom random(long seed, String stream) {
    CounterRandom random = CounterRandom.of(seed, stream, step);
    return new PartRandom(random, start, batchSize - start - size);
  }
}
