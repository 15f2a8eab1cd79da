package io.mien.networks.stargan;

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
}
