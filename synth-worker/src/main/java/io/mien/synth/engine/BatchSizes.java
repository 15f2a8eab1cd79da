package io.mien.synth.engine;

import java.util.HashMap;
import java.util.Map;

/** How many images are drawn at once: less of what once was too much. Not thread-safe. */
final class BatchSizes {

  private final int most;
  private final Map<String, Integer> shrunk = new HashMap<>();

  /**
   * @param most of any checkpoint, at least 1
   */
  BatchSizes(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("A batch has at least 1 image, not " + most + ".");
    }
    this.most = most;
  }

  int of(Checkpoint checkpoint) {
    return shrunk.getOrDefault(checkpoint.sha256(), most);
  }

  /** From now on at most half of what was too much. */
  void shrink(Checkpoint checkpoint, int tooMuch) {
    shrunk.merge(checkpoint.sha256(), Math.max(1, tooMuch / 2), Math::min);
  }

  /** The network is closed: what memory it meets when it is loaded again, nobody knows. */
  void forget(String sha256) {
    shrunk.remove(sha256);
  }
}
