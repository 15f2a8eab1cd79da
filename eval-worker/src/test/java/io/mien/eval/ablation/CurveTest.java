package io.mien.eval.ablation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {
  @Test
  void aMeasureIsReadWhereTheAccuracyIsFirstReached() {
    Curve curve = curve(point(300, 0.6, 0.7), point(100, 0.2, 0.9), point(200, 0.4, 0.8));
    assertThat(curve.at(Measure.IDENTITY, 50)).isCloseTo(0.75, within(1e-9));
    assertThat(curve.at(Measure.ACCURACY, 50)).isCloseTo(50, within(1e-9));
    assertThat(curve.at(Measure.IDENTITY, 10)).isEqualTo(0.9);
    assertThat(curve.last().iteration()).isEqualTo(300);
    assertThatThrownBy(() -> curve.at(Measure.IDENTITY, 70))
        .hasMessageContaining("arm of seed 1 never reaches 70.0 %, only 60.0 %");
  }

  @Test
  void decibelsAreOfTheMeanSquareOverPeople() {
    List<SubjectScore> two =
        List.of(new SubjectScore(1, 1, 1, 0, 0.01, 1), new SubjectScore(0, 1, 1, 0, 0.03, 1));
    assertThat(Measure.PSNR.of(two)).isCloseTo(-10 * Math.log10(0.02), within(1e-9));
    assertThat(Measure.ACCURACY.of(two)).isEqualTo(50);
  }

  @Test
  void intervalsAreStudentsAndPercentiles() {
    Interval seeds = Interval.overSeeds(new double[] {1, 2, 3});
    assertThat(seeds.mean()).isEqualTo(2);
    assertThat(seeds.high()).isCloseTo(2 + 4.303 / Math.sqrt(3), within(1e-9));
    double[] draws = new double[1000];
    for (int i = 0; i < draws.length; i++) {
      draws[i] = 999 - i;
    }
    assertThat(Interval.overDraws(5, draws)).isEqualTo(new Interval(5, 25, 974));
  }

  private static Curve curve(Measurement... points) {
    return Curve.of(List.of(points), "arm", 1);
  }

  private static Measurement point(long iteration, double accuracy, double identity) {
    SubjectScore score = new SubjectScore(accuracy, identity, 1, 0, 0.01, 1);
    return new Measurement("arm", 1, iteration, List.of(score));
  }
}
