package io.mien.networks.dcgan;

import io.mien.networks.parameter.Footprint;

/**
 * Dimensions of the pair of networks. The image size is a power of two from 32; each doubling adds
 * a level to both.
 *
 * @param latent length of the noise vector (100 in the paper)
 * @param generatorWidth channels of the generator's last hidden level (64 in the paper)
 * @param criticWidth channels of the critic's first level (64 in the paper)
 */
public record DcGanSpec(int latent, int generatorWidth, int criticWidth, CriticNorm criticNorm) {
  private static final int SMALLEST = 32;
  private static final int LARGEST = 1024;

  public DcGanSpec {
    if (latent < 1 || generatorWidth < 1 || criticWidth < 1) {
      throw new IllegalArgumentException(
          "A DCGAN needs latent, generatorWidth and criticWidth >= 1; asked for %d, %d, %d."
              .formatted(latent, generatorWidth, criticWidth));
    }
  }

  /** Doublings from 4 pixels to the image size; an error for a size that is no power of two. */
  public static int levels(int imageSize) {
    if (imageSize < SMALLEST || imageSize > LARGEST || Integer.bitCount(imageSize) != 1) {
      throw new IllegalArgumentException(
          "A DCGAN makes images of 32, 64, 128, … %d pixels, not %d: ingest with crops of such a size."
              .formatted(LARGEST, imageSize));
    }
    return Integer.numberOfTrailingZeros(imageSize) - 2;
  }

  /** Size of the generator: every level keeps what its convolution and its activation made. */
  public Footprint generatorFootprint(int imageSize) {
    Footprint levels = footprint(imageSize, generatorWidth);
    long first = (16L * latent * generatorWidth) << (levels(imageSize) - 1);
    return new Footprint(levels.weights() + first, levels.kept() + 6L * imageSize * imageSize);
  }

  /** Size of the critic. */
  public Footprint criticFootprint(int imageSize) {
    return footprint(imageSize, criticWidth);
  }

  private static Footprint footprint(int imageSize, long width) {
    long weights = 16 * 3 * width;
    long kept = 0;
    for (int level = 0; level < levels(imageSize); level++) {
      long side = imageSize >> (level + 1);
      kept += 2 * side * side * (width << level);
      weights += level == 0 ? 0 : 16 * (width << level) * (width << (level - 1));
    }
    return new Footprint(weights, kept);
  }
}
