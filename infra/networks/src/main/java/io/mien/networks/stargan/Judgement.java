package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;

/** What the critic says: realness (N, 1, s, s) and label logits (N, K). */
public record Judgement(NDArray realness, NDArray logits) implements AutoCloseable {
  @Override
  public void close() {
    realness.close();
    logits.close();
  }
}
