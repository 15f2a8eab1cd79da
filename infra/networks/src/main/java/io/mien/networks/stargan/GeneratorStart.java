package io.mien.networks.stargan;

/**
 * How a generator starts, where it differs from PyTorch's default (1, 0, 0.02).
 *
 * @param outputScale factor of the last convolution's weights; below 1 a residual or attention head
 *     starts near the identity
 * @param maskBias start of the attention mask before its sigmoid; above 0 it keeps the input
 * @param tableDeviation spread of the tables of conditional normalisation
 */
public record GeneratorStart(double outputScale, double maskBias, double tableDeviation) {
  public GeneratorStart {
    if (!(outputScale > 0 && tableDeviation >= 0) || !Double.isFinite(maskBias)) {
      throw new IllegalArgumentException(
          "A start needs an output scale > 0 and a deviation >= 0; found %s, %s, %s."
              .formatted(outputScale, maskBias, tableDeviation));
    }
  }

  public static GeneratorStart standard() {
    return new GeneratorStart(1, 0, 0.02);
  }
}
