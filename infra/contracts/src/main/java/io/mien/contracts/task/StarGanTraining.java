package io.mien.contracts.task;

/**
 * How a StarGAN is trained; names and defaults are those of the paper and of the reference code.
 *
 * @param networks what is trained
 * @param optimisation how it is trained
 * @param iterations critic steps
 * @param sampleEvery iterations between sample grids
 * @param checkpointEvery iterations between published training states
 */
public record StarGanTraining(
    Networks networks,
    Optimisation optimisation,
    int iterations,
    int sampleEvery,
    int checkpointEvery,
    long seed) {

  /**
   * @param imageSize side of the square images in pixels, a multiple of 2^criticLayers
   * @param convDim channels of the generator's first convolution (64 in the paper)
   * @param residualBlocks residual blocks of the generator (6 in the paper)
   * @param criticConvDim channels of the critic's first convolution (64 in the paper)
   * @param criticLayers strided convolutions of the critic (6 in the paper)
   * @param labelInjection {@code concat} (the paper) or {@code concat+cin}, conditional instance
   *     normalisation in every block
   * @param outputHead {@code tanh} (the paper), {@code attention} (GANimation: A·x + (1−A)·C) or
   *     {@code residual}
   */
  public record Networks(
      int imageSize,
      int convDim,
      int residualBlocks,
      int criticConvDim,
      int criticLayers,
      String labelInjection,
      String outputHead) {}

  /**
   * @param nCritic critic steps for each generator step (5 in the paper)
   * @param learningRateG Adam's step size for the generator
   * @param learningRateD Adam's step size for the critic
   * @param schedule {@code constant}, {@code linear} (flat for the first half, then to 0) or {@code
   *     cosine}
   * @param lambdaCls weight of the classification losses
   * @param lambdaRec weight of the cycle reconstruction
   * @param lambdaGp weight of the gradient penalty
   * @param emaDecay decay of the generator's moving average, 0 for none
   * @param targets {@code permuted} (a permutation of the batch's own labels, the reference) or
   *     {@code uniform}
   */
  public record Optimisation(
      int batchSize,
      int nCritic,
      double learningRateG,
      double learningRateD,
      double beta1,
      double beta2,
      String schedule,
      double lambdaCls,
      double lambdaRec,
      double lambdaGp,
      double emaDecay,
      String targets) {}
}
