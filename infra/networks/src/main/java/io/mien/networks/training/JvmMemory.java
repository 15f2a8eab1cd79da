package io.mien.networks.training;

import java.util.Locale;

/** What the JVM has run out of, by its own words: it has no other way to say so. */
enum JvmMemory {
  /** Where images and, while they are drawn or saved, weights lie. */
  HEAP,
  /** Where the pixels of batches lie. */
  DIRECT,
  /** Threads, classes, the machine's memory. */
  OTHER;

  static JvmMemory of(OutOfMemoryError error) {
    String said = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
    if (said.contains("direct buffer")) {
      return DIRECT;
    }
    boolean heap =
        said.contains("java heap space") || said.contains("gc overhead") || said.contains("array");
    return heap ? HEAP : OTHER;
  }

  /**
   * What to change, for people.
   *
   * @param smallerBatch what fits of a batch
   */
  String advice(String smallerBatch) {
    return switch (this) {
      case HEAP ->
          "The images lie in the heap, and weights while they are drawn or saved: give the worker a larger one (-Xmx), or train on fewer or smaller images, or smaller networks; the batch hardly matters.";
      case DIRECT ->
          "The pixels of batches lie in direct memory: give the worker more of it (-XX:MaxDirectMemorySize, else as much as -Xmx), or make batches smaller. "
              + smallerBatch;
      case OTHER -> smallerBatch;
    };
  }
}
