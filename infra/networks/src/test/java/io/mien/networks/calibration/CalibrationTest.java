package io.mien.networks.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mien.networks.random.CounterRandom;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  @Test
  void errorOfABinIsTheGapBetweenAccuracyAndConfidence() {
    // Given four images at confidence 0.8, one of them right, and one at 0.6 that is right
    float[][] logits = {row(0.8), row(0.8), row(0.8), row(0.8), row(0.6)};
    int[] truth = {0, 1, 1, 1, 0};
    // When, Then
    assertThat(CalibrationError.of(logits, truth, 1))
        .isCloseTo((4 * (0.8 - 0.25) + (1 - 0.6)) / 5, within(1e-6));
  }

  @Test
  void findsTheTemperatureThatTheTruthWasDrawnWith() {
    // Given labels drawn from softmax(logits / 2.5)
    CounterRandom random = CounterRandom.of(1, "temperature", 0);
    float[][] logits = new float[20_000][];
    int[] truth = new int[logits.length];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = new float[] {gaussian(random), gaussian(random), gaussian(random)};
      truth[i] = draw(Softmax.of(logits[i], 1 / 2.5), random.nextDouble());
    }
    // When
    Calibration calibration = Calibration.fit(logits, truth);
    // Then
    assertThat(calibration.temperature()).isCloseTo(2.5, within(0.1));
    assertThat(calibration.errorAfter()).isLessThan(0.02);
    assertThat(calibration.errorBefore()).isGreaterThan(0.1);
    assertThat(calibration.images()).isEqualTo(20_000);
  }

  @Test
  void staysWithinBoundsWhenEverythingOrNothingIsRight() {
    float[][] logits = {row(0.9), row(0.7)};

    assertThat(Temperature.fit(logits, new int[] {0, 0}))
        .isCloseTo(Temperature.LOWEST, within(1e-6));
    assertThat(Temperature.fit(logits, new int[] {1, 1}))
        .isCloseTo(Temperature.HIGHEST, within(1e-6));
  }

  private static float[] row(double first) {
    return new float[] {(float) Math.log(first), (float) Math.log(1 - first)};
  }

  private static float gaussian(CounterRandom random) {
    return (float) (4 * random.nextGaussian());
  }

  private static int draw(double[] shares, double at) {
    double sum = 0;
    int label = 0;
    while (label < shares.length - 1 && at >= sum + shares[label]) {
      sum += shares[label++];
    }
    return label;
  }
}
