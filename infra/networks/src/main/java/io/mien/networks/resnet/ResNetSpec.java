package io.mien.networks.resnet;

import io.mien.networks.parameter.Footprint;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Dimensions of a residual classifier.
 *
 * @param depth 18 (2-2-2-2 basic blocks), 34 (3-4-6-3 basic blocks) or 50 (3-4-6-3 bottlenecks)
 * @param width channels of the first stage, 64 in torchvision; each further stage doubles them
 * @param stem first layers
 * @param pixels scale on which the network sees images; symmetric when absent
 */
public record ResNetSpec(int depth, int width, Stem stem, PixelScale pixels) {
  private static final int STAGES = 4;

  public ResNetSpec(int depth, int width, Stem stem, @Nullable PixelScale pixels) {
    if (width < 1) {
      throw new IllegalArgumentException("Width must be at least 1, not " + width + ".");
    }
    blocks(depth);
    this.depth = depth;
    this.width = width;
    this.stem = stem;
    this.pixels = Objects.requireNonNullElse(pixels, PixelScale.SYMMETRIC);
  }

  public ResNetSpec(int depth, int width, Stem stem) {
    this(depth, width, stem, PixelScale.SYMMETRIC);
  }

  public static ResNetSpec resNet18(int width, Stem stem) {
    return new ResNetSpec(18, width, stem);
  }

  /** torchvision's network of this depth. */
  public static ResNetSpec torchvision(int depth) {
    return new ResNetSpec(depth, 64, Stem.IMAGENET, PixelScale.IMAGENET);
  }

  /**
   * Refuses images on which the last stage would work on less than one pixel.
   *
   * @throws IllegalArgumentException with the smallest size
   */
  public void requireFits(int imageSize) {
    int smallest = stem.reduction() << (STAGES - 1);
    if (imageSize < smallest) {
      throw new IllegalArgumentException(
          "Images of %d pixels are too small for the stem '%s', which needs %d or more: use a stem that reduces less (strided needs 16, small 8), or larger crops."
              .formatted(imageSize, stem.wireName(), smallest));
    }
  }

  /** Features that the last stage gives to the classifying layer. */
  int features() {
    return planes(STAGES - 1) * expansion();
  }

  /** Channels of the 3x3 convolutions of a stage, counted from 0. */
  int planes(int stage) {
    return width << stage;
  }

  /** Output channels of a block for each channel of its 3x3 convolution. */
  int expansion() {
    return depth < 50 ? 1 : Bottleneck.EXPANSION;
  }

  int[] blocks() {
    return blocks(depth);
  }

  private static int[] blocks(int depth) {
    return switch (depth) {
      case 18 -> new int[] {2, 2, 2, 2};
      case 34, 50 -> new int[] {3, 4, 6, 3};
      default ->
          throw new IllegalArgumentException("Depth must be 18, 34 or 50, not " + depth + ".");
    };
  }

  /**
   * Size for images of this side: every convolution keeps its result, for the normalisation, and
   * what the activation made of it.
   */
  public Footprint footprint(int imageSize) {
    long side = imageSize / stem.stride();
    long weights = 3L * stem.kernel() * stem.kernel() * width;
    long kept = 2 * side * side * width;
    side = imageSize / stem.reduction();
    long in = width;
    for (int stage = 0; stage < STAGES; stage++) {
      long planes = planes(stage);
      long out = planes * expansion();
      for (int block = 0; block < blocks()[stage]; block++) {
        long wide = side * side;
        side = stage > 0 && block == 0 ? Math.max(1, side / 2) : side;
        kept += 2 * side * side * (planes + out) + (expansion() == 1 ? 0 : 2 * wide * planes);
        weights += expansion() == 1 ? 9 * planes * (in + planes) : planes * (in + 9 * planes + out);
        in = out;
      }
    }
    return new Footprint(weights, kept);
  }
}
