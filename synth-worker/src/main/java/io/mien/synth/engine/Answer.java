package io.mien.synth.engine;

import io.mien.networks.image.RgbImage;

/** What a network makes of a wish. */
sealed interface Answer {

  /** An image, drawn. */
  record Drawn(RgbImage image) implements Answer {}

  /**
   * A face, classified.
   *
   * @param values of every label, in the labels' order
   */
  record Logits(float[] values) implements Answer {}
}
