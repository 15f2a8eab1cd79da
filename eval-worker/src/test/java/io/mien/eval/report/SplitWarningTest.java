package io.mien.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.dataset.SplitLeak;
import io.mien.contracts.result.EvaluationMeasures;
import io.mien.contracts.result.EvaluationMeasures.Reconstruction;
import io.mien.contracts.result.Rate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SplitWarningTest {

  private static final Rate HALF = Rate.of(1, 2);
  private static final Gallery GALLERY = new Gallery(List.of("input", "happy"), new byte[0]);
  private static final EvaluationMeasures MEASURES =
      new EvaluationMeasures(
          HALF,
          HALF,
          0.5,
          HALF,
          Map.of("happy", HALF),
          List.of("neutral", "happy"),
          List.of(List.of(1, 0), List.of(1, 0)),
          List.of(List.of(1, 0), List.of(1, 0)),
          new Reconstruction(0.1, 20, 0.8, 2),
          2,
          null);

  @Test
  void leakingSplitIsSaidOnTopAndNowhereClaimedToBeDisjoint() {
    SplitLeak leak = new SplitLeak(Rate.of(209, 210), Rate.of(200, 210));

    String page = new ReportPage(MEASURES.withLeak(leak), GALLERY, Map.of()).html();

    assertThat(page)
        .contains("role='alert'")
        .contains("99.5 % of the test images (209 of 210)")
        .doesNotContain("no network has seen")
        .doesNotContain("(subject-disjoint split)");
  }

  @Test
  void disjointSplitHasNoWarning() {
    assertThat(new ReportPage(MEASURES, GALLERY, Map.of()).html())
        .doesNotContain("role='alert'")
        .contains("People that no network has seen")
        .contains("than the 2\ntest people");
  }
}
