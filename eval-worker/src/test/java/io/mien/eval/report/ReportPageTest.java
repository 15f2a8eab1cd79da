package io.mien.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.event.Measure;
import io.mien.contracts.result.EvaluationMeasures;
import io.mien.contracts.result.Rate;
import io.mien.contracts.terms.CommercialUse;
import io.mien.contracts.terms.UsageTerms;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportPageTest {

  private static final byte[] PICTURE = {1, 2, 3, 4};

  @Test
  void thePageShowsFiguresGalleryMatricesCurvesAndMethod() {
    // When
    String html =
        new ReportPage(
                measures(),
                new Gallery(List.of("input", "sad & tired"), PICTURE),
                Map.of(
                    "StarGAN training: critic",
                    List.of(
                        new Measure(1, "critic/total", 4.5), new Measure(9, "critic/total", 1.5))))
            .html();
    // Then
    assertThat(html)
        .contains("<b>83.3 %</b><span>target expression accuracy</span>")
        .contains("data:image/png;base64," + Base64.getEncoder().encodeToString(PICTURE))
        .contains("<div class='columns'><span>input</span><span>sad &amp; tired</span></div>")
        .contains("StarGAN training: critic", "<polyline", "</span> critic/total")
        .contains("StarGAN, in a test &lt;of the page&gt;.")
        .contains("than the 5\ntest people")
        .contains("<p>Licence: A &amp; B. Commercial use: forbidden. Minors: unknown. Consent:");
    assertThat(html.split("class='confusion'", -1)).hasSize(3);
    assertThat(html).contains(">41<", ">42<", ">43<", ">44<").contains(">51<", ">54<");
  }

  private static EvaluationMeasures measures() {
    Rate rate = Rate.of(5, 6);
    return new EvaluationMeasures(
            Rate.of(6, 6),
            rate,
            0.8,
            Rate.of(0, 6),
            Map.of("happy", rate),
            List.of("happy", "sad & tired"),
            List.of(List.of(41, 42), List.of(43, 44)),
            List.of(List.of(51, 52), List.of(53, 54)),
            new EvaluationMeasures.Reconstruction(0.03, 27.5, 0.87, 4),
            5,
            "StarGAN, in a test <of the page>.")
        .on(UsageTerms.stated("A & B", CommercialUse.FORBIDDEN, null, null));
  }
}
