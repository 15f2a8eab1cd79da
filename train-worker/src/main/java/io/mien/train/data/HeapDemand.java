package io.mien.train.data;

import io.mien.contracts.failure.ResourceExhausted;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What decoded images need of the JVM's heap: 3 bytes a pixel.
 *
 * @param what is read, for people
 * @param imageSize side of the images in pixels
 */
record HeapDemand(String what, int images, int imageSize) {

  private static final double GIB = 1 << 30;

  /** Objects around an image's pixels. */
  private static final int OVERHEAD = 200;

  long bytes() {
    return images * (3L * imageSize * imageSize + OVERHEAD);
  }

  /**
   * Runs what reads them, if the heap could hold the images at all.
   *
   * @param heap the most that the JVM may have, in bytes
   * @throws ResourceExhausted {@code heap-exhausted}, with what the images need
   */
  void within(long heap, Runnable read) {
    if (bytes() > heap) {
      throw exhausted(heap, null);
    }
    try {
      read.run();
    } catch (OutOfMemoryError e) {
      throw exhausted(heap, e);
    }
  }

  private ResourceExhausted exhausted(long heap, @Nullable OutOfMemoryError cause) {
    return new ResourceExhausted(
        "heap-exhausted",
        String.format(
            Locale.ROOT,
            "Read %s: %,d crops of %d pixels need %.1f GiB in memory, the JVM's heap is %.1f GiB."
                + " Give the worker a larger one (-Xmx), or train on fewer or smaller crops.",
            what,
            images,
            imageSize,
            bytes() / GIB,
            heap / GIB),
        cause);
  }
}
