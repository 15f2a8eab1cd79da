package io.mien.synth.webp;

import io.mien.networks.image.RgbImage;

/**
 * The image data of a lossless WebP (RFC 9649, 3): two transforms, one set of prefix codes, and
 * every pixel by itself. Photographs hardly repeat, so nothing is gained by references backwards.
 */
final class LosslessStream {

  private static final int SIGNATURE = 0x2f;
  private static final int PREDICTOR_TRANSFORM = 0;
  private static final int SUBTRACT_GREEN = 2;

  /** Pixels of green, and codes for the lengths of references that we do not use. */
  private static final int GREENS = 256 + 24;

  private static final int LEVELS = 256;
  private static final int DISTANCES = 40;

  /** 2⁹ pixels: the side of the blocks that share a predictor; the largest there is. */
  private static final int BLOCK_BITS = 9;

  private LosslessStream() {}

  static byte[] of(RgbImage image) {
    BitSink out = new BitSink();
    out.put(SIGNATURE, 8);
    out.put(image.width() - 1, 14);
    out.put(image.height() - 1, 14);
    // no transparency, version 0
    out.put(0, 4);
    out.put(1, 1);
    out.put(SUBTRACT_GREEN, 2);
    out.put(1, 1);
    out.put(PREDICTOR_TRANSFORM, 2);
    out.put(BLOCK_BITS - 2, 3);
    predictors(out);
    // no more transforms, no colour cache, one set of codes
    out.put(0, 3);
    pixels(Residuals.of(image), out);
    return out.finish();
  }

  /** A picture of the predictors in which every pixel is the same and therefore has no bits. */
  private static void predictors(BitSink out) {
    // no colour cache
    out.put(0, 1);
    single(GREENS, Residuals.PREDICTOR).describe(out);
    for (int i = 0; i < 3; i++) {
      single(LEVELS, 0).describe(out);
    }
    single(DISTANCES, 0).describe(out);
  }

  private static void pixels(byte[] residuals, BitSink out) {
    int[] reds = new int[LEVELS];
    int[] greens = new int[GREENS];
    int[] blues = new int[LEVELS];
    for (int i = 0; i < residuals.length; i += 3) {
      reds[residuals[i] & 0xFF]++;
      greens[residuals[i + 1] & 0xFF]++;
      blues[residuals[i + 2] & 0xFF]++;
    }
    PrefixCode green = PrefixCode.of(greens);
    PrefixCode red = PrefixCode.of(reds);
    PrefixCode blue = PrefixCode.of(blues);
    green.describe(out);
    red.describe(out);
    blue.describe(out);
    single(LEVELS, 0).describe(out);
    single(DISTANCES, 0).describe(out);
    for (int i = 0; i < residuals.length; i += 3) {
      green.put(residuals[i + 1] & 0xFF, out);
      red.put(residuals[i] & 0xFF, out);
      blue.put(residuals[i + 2] & 0xFF, out);
    }
  }

  private static PrefixCode single(int alphabet, int symbol) {
    int[] counts = new int[alphabet];
    counts[symbol] = 1;
    return PrefixCode.of(counts);
  }
}
