package io.mien.eval.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TargetExpressionScoreTest {

  private final TargetExpressionScore score =
      new TargetExpressionScore(List.of("neutral", "happy", "sad"));

  @Test
  void targetsEqualToTheSourceDoNotCount() {
    score.add(1, 1, 1, 1);

    assertThat(score.accuracy().total()).isZero();
  }

  @Test
  void copyingTheInputScoresNothing() {
    for (int source = 0; source < 3; source++) {
      for (int target = 0; target < 3; target++) {
        score.add(source, target, source, source);
      }
    }

    assertThat(score.accuracy().total()).isEqualTo(6);
    assertThat(score.accuracy().hits()).isZero();
    assertThat(score.copyAccuracy().hits()).isZero();
  }

  @Test
  void macroIsTheMeanOverTargetsNotOverImages() {
    score.add(0, 1, 1, 0);
    score.add(0, 2, 2, 0);
    score.add(1, 2, 1, 1);
    score.add(0, 2, 0, 0);

    assertThat(score.perExpression().get("happy").value()).isEqualTo(1);
    assertThat(score.perExpression().get("sad").value()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(score.macro()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(score.confusion())
        .isEqualTo(List.of(List.of(0, 0, 0), List.of(0, 1, 0), List.of(1, 1, 1)));
  }
}
