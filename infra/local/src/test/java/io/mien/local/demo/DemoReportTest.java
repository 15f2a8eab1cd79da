package io.mien.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mien.cli.client.ClientJson;
import io.mien.contracts.result.EvaluationMeasures;
import io.mien.contracts.result.Rate;
import java.util.List;
import java.util.Map;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Other programs read {@code report.json}: its names are a promise. */
class DemoReportTest {

  @Test
  void theReportHasTheNamesThatProgramsRead() {
    // Given
    DemoTimes times = new DemoTimes(700, 30, Map.of("draw", 20.0, "train-stargan", 500.0));
    DemoReport report =
        new DemoReport(
            Rate.of(99, 100),
            Rate.of(80, 100),
            0.8,
            Rate.of(0, 100),
            Map.of("happy", Rate.of(9, 10)),
            times,
            Map.of("train-worker", 1L << 30),
            2L << 30,
            DemoVersions.current("cpu"),
            measures());
    // When
    JsonNode json = ClientJson.MAPPER.valueToTree(report);
    // Then
    assertThat(names(json))
        .containsExactlyInAnyOrder(
            "classifierAccuracy",
            "targetExpressionAccuracy",
            "targetExpressionMacro",
            "copyAccuracy",
            "perExpression",
            "seconds",
            "peakMemoryBytes",
            "peakMemoryTotalBytes",
            "versions",
            "measures");
    assertThat(names(json.get("classifierAccuracy")))
        .containsExactlyInAnyOrder("value", "hits", "total", "low", "high");
    assertThat(json.at("/perExpression/happy/value").asDouble()).isEqualTo(0.9);
    assertThat(json.at("/seconds/all").asDouble()).isEqualTo(700);
    assertThat(json.at("/seconds/ready").asDouble()).isEqualTo(30);
    assertThat(json.at("/seconds/steps/draw").asDouble()).isEqualTo(20);
    assertThat(json.at("/peakMemoryBytes/train-worker").asLong()).isEqualTo(1L << 30);
    assertThat(json.at("/versions/device").asText()).isEqualTo("cpu");
    assertThat(names(json.get("versions"))).contains("java", "os", "cores", "device");
    assertThat(json.at("/measures/training").asText()).isEqualTo("StarGAN, in a test.");
  }

  private static List<String> names(JsonNode object) {
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(object.fieldNames(), 0), false)
        .toList();
  }

  private static EvaluationMeasures measures() {
    Rate rate = Rate.of(9, 10);
    List<List<Integer>> counts = List.of(List.of(3, 0), List.of(0, 3));
    return new EvaluationMeasures(
        rate,
        rate,
        0.9,
        Rate.of(0, 10),
        Map.of("happy", rate),
        List.of("happy", "sad"),
        counts,
        counts,
        new EvaluationMeasures.Reconstruction(0.05, 25, 0.9, 3),
        5,
        "StarGAN, in a test.");
  }
}
