package io.mien.networks.stargan;

import io.mien.networks.parameter.Footprint;

/**
 * Dimensions and options of a generator.
 *
 * @param width channels of the first convolution (64 in the paper)
 * @param residualBlocks blocks at a quarter of the size (6 in the paper)
 * @param injection where the label enters
 * @param head how features become pixels
 * @param upsampling how the decoder doubles the size
 * @param edgeKernel kernel of the first and last convolution (7 in the paper)
 * @param start of the weights
 */
public record GeneratorSpec(
    int width,
    int residualBlocks,
    LabelInjection injection,
    OutputHead head,
    Upsampling upsampling,
    int edgeKernel,
    GeneratorStart start) {
  public GeneratorSpec {
    if (width < 1 || residualBlocks < 0) {
      throw new IllegalArgumentException(
          "A generator needs width >= 1 and residual blocks >= 0; asked for %d and %d."
              .formatted(width, residualBlocks));
    }
    if (edgeKernel < 1 || edgeKernel % 2 == 0) {
      throw new IllegalArgumentException("The edge kernel must be odd, not " + edgeKernel + ".");
    }
  }

  /** The paper's generator. */
  public static GeneratorSpec faithful(int width, int residualBlocks) {
    return new GeneratorSpec(
        width,
        residualBlocks,
        LabelInjection.CONCAT,
        OutputHead.TANH,
        Upsampling.TRANSPOSED,
        7,
        GeneratorStart.standard());
  }

  /**
   * Size of a generator for images of this side. Of every convolution its result is kept, for the
   * normalisation, and what the activation made of it, for the next convolution; conditional
   * normalisation keeps two more maps.
   */
  public Footprint footprint(int imageSize) {
    long pixels = (long) imageSize * imageSize;
    long square = (long) width * width;
    long edge = 2L * edgeKernel * edgeKernel * 3 * width;
    long up = upsampling == Upsampling.TRANSPOSED ? 16 : 9;
    long weights = edge + square * (160 + 288L * residualBlocks + 10 * up);
    // In maps of the full size and width: the edge, two halvings, the blocks, two doublings
    double convolutions = 1 + 0.5 + 0.25 + 0.5 * residualBlocks + 0.5 + 1;
    double enlarged = upsampling == Upsampling.TRANSPOSED ? 0 : 3;
    int copies = injection.conditionsResidual() ? 4 : 2;
    double maps = copies * convolutions + enlarged;
    return new Footprint(weights, (long) (pixels * (maps * width + 2 * 3)));
  }
}
