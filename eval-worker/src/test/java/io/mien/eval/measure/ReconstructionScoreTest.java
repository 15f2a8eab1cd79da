package io.mien.eval.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReconstructionScoreTest {

  private final ReconstructionScore score = new ReconstructionScore();

  @Test
  void aConstantErrorOfOneTenthIsTwentyDecibels() {
    score.add(planes(0.5f), planes(0.6f), 16, 16);

    assertThat(score.result().l1()).isCloseTo(0.1, within(1e-6));
    assertThat(score.result().psnrDb()).isCloseTo(20, within(1e-4));
    assertThat(score.result().images()).isEqualTo(1);
  }

  @Test
  void aPerfectReconstructionIsFiniteAndWhollySimilar() {
    score.add(planes(0.5f), planes(0.5f), 16, 16);

    assertThat(score.result().psnrDb()).isEqualTo(100);
    assertThat(score.result().ssim()).isCloseTo(1, within(1e-9));
  }

  private static float[][] planes(float value) {
    float[][] planes = new float[3][16 * 16];
    Arrays.stream(planes).forEach(plane -> Arrays.fill(plane, value));
    return planes;
  }
}
