package io.mien.networks.resnet;

/**
 * Dimensions of a residual classifier of basic blocks.
 *
 * @param depth 18 (2-2-2-2 blocks) or 34 (3-4-6-3)
 * @param width channels of the first stage, 64 in torchvision; each further stage doubles them
 * @param stem first layers
 */
public record ResNetSpec(int depth, int width, Stem stem) {
  public ResNetSpec {
    if (width < 1) {
      throw new IllegalArgumentException("Width must be at least 1, not " + width + ".");
    }
    blocks(depth);
  }

  public static ResNetSpec resNet18(int width, Stem stem) {
    return new ResNetSpec(18, width, stem);
  }

  /** Channels of a stage, counted from 0. */
  int channels(int stage) {
    return width << stage;
  }

  int[] blocks() {
    return blocks(depth);
  }

  private static int[] blocks(int depth) {
    return switch (depth) {
      case 18 -> new int[] {2, 2, 2, 2};
      case 34 -> new int[] {3, 4, 6, 3};
      default -> throw new IllegalArgumentException("Depth must be 18 or 34, not " + depth + ".");
    };
  }
}
