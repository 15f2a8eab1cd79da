package io.mien.networks.calibration;

/**
 * A fitted temperature, as a checkpoint carries it.
 *
 * @param temperature that logits are divided by
 * @param errorBefore expected calibration error of the images at temperature 1
 * @param errorAfter the same at the fitted temperature, on the images it was fitted on
 * @param images validation images that it was fitted on
 */
public record Calibration(double temperature, double errorBefore, double errorAfter, int images) {
  public Calibration {
    if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "A temperature must be positive and finite, not " + temperature + ".");
    }
  }

  /** Fits a temperature to logits (images x labels) and their true labels. */
  public static Calibration fit(float[][] logits, int[] truth) {
    double temperature = Temperature.fit(logits, truth);
    return new Calibration(
        temperature,
        CalibrationError.of(logits, truth, 1),
        CalibrationError.of(logits, truth, temperature),
        logits.length);
  }
}
