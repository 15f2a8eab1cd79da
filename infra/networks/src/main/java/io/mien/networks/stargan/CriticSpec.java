package io.mien.networks.stargan;

import io.mien.networks.parameter.Footprint;

/**
 * Dimensions of a critic.
 *
 * @param width channels of the first layer (64 in the paper)
 * @param layers halvings of the size (6 in the paper, for 128 and 256 pixels)
 * @param maxWidth channels no layer exceeds (the paper: no limit)
 */
public record CriticSpec(int width, int layers, int maxWidth) {
  public CriticSpec {
    if (width < 1 || layers < 1 || maxWidth < width) {
      throw new IllegalArgumentException(
          "A critic needs width >= 1, layers >= 1 and maxWidth >= width; asked for %d, %d, %d."
              .formatted(width, layers, maxWidth));
    }
  }

  /** The paper's shape: every layer doubles the channels. */
  public static CriticSpec faithful(int width, int layers) {
    return new CriticSpec(width, layers, Integer.MAX_VALUE);
  }

  /** Output channels of a layer. */
  int channels(int layer) {
    return (int) Math.min((long) width << layer, maxWidth);
  }

  /** Side of the last feature map; an error when the image size does not halve that often. */
  public int lastSize(int imageSize) {
    if (imageSize >> layers < 1 || (imageSize >> layers) << layers != imageSize) {
      throw new IllegalArgumentException(
          "A critic of %d layers halves the size %d times, which %d pixels do not allow: use a multiple of %d or fewer layers."
              .formatted(layers, layers, imageSize, 1 << layers));
    }
    return imageSize >> layers;
  }

  /** Size of a critic for images of this side. Every layer keeps its input and its result. */
  public Footprint footprint(int imageSize) {
    long weights = 0;
    long kept = 0;
    long in = 3;
    for (int layer = 0; layer < layers; layer++) {
      long side = imageSize >> (layer + 1);
      weights += 16 * in * channels(layer);
      kept += 2 * side * side * channels(layer);
      in = channels(layer);
    }
    return new Footprint(weights, kept);
  }
}
