package io.mien.networks.stargan;

/**
 * Dimensions of a critic.
 *
 * @param imageSize side of its square images
 * @param labels logits of its classifier
 * @param width channels of the first layer (64 in the paper)
 * @param layers halvings of the size (6 in the paper, for 128 and 256 pixels)
 * @param maxWidth channels no layer exceeds (the paper: no limit)
 */
public record CriticSpec(int imageSize, int labels, int width, int layers, int maxWidth) {
  public CriticSpec {
    if (labels < 1 || width < 1 || layers < 1 || maxWidth < width) {
      throw new IllegalArgumentException(
          "A critic needs labels, width and layers >= 1 and maxWidth >= width; asked for %d, %d, %d, %d."
              .formatted(labels, width, layers, maxWidth));
    }
    if (imageSize >> layers < 1 || (imageSize >> layers) << layers != imageSize) {
      throw new IllegalArgumentException(
          "A critic of %d layers halves the size %d times, which %d pixels do not allow: use a multiple of %d or fewer layers."
              .formatted(layers, layers, imageSize, 1 << layers));
    }
  }

  public static CriticSpec faithful(int imageSize, int labels, int width, int layers) {
    return new CriticSpec(imageSize, labels, width, layers, Integer.MAX_VALUE);
  }

  /** Output channels of a layer. */
  int channels(int layer) {
    return (int) Math.min((long) width << layer, maxWidth);
  }

  /** Side of the last feature map. */
  int lastSize() {
    return imageSize >> layers;
  }
}
