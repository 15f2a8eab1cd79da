package io.mien.eval.measure;

import io.mien.contracts.result.EvaluationMeasures.Reconstruction;

/**
 * How well x comes back as G(G(x, t), s): mean absolute error, PSNR of the mean squared error over
 * all images, and mean SSIM of the channels. Not thread-safe.
 */
public final class ReconstructionScore {

  private static final double PERFECT_PSNR_DB = 100;

  private double absolute;
  private double squared;
  private double similarity;
  private long values;
  private int images;

  /**
   * Counts one image.
   *
   * @param original planes of red, green, blue, one after the other, values 0 to 1
   * @param reconstructed the same size
   */
  public void add(float[][] original, float[][] reconstructed, int width, int height) {
    for (int channel = 0; channel < original.length; channel++) {
      for (int i = 0; i < original[channel].length; i++) {
        double difference = original[channel][i] - reconstructed[channel][i];
        absolute += Math.abs(difference);
        squared += difference * difference;
        values++;
      }
      similarity +=
          Ssim.of(original[channel], reconstructed[channel], width, height) / original.length;
    }
    images++;
  }

  public Reconstruction result() {
    if (images == 0) {
      return new Reconstruction(0, 0, 0, 0);
    }
    double meanSquared = squared / values;
    double psnr =
        meanSquared == 0
            ? PERFECT_PSNR_DB
            : Math.min(PERFECT_PSNR_DB, -10 * Math.log10(meanSquared));
    return new Reconstruction(absolute / values, psnr, similarity / images, images);
  }
}
