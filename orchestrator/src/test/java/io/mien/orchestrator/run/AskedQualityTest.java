package io.mien.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.rest.QualityRequest;
import io.mien.contracts.rest.QualityRequest.Option;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AskedQualityTest {

  private static final Option FAINT = new Option(null, 0.8);

  @Test
  void measuringAloneAndEveryThresholdAreFine() {
    assertThatCode(
            () -> {
              AskedQuality.check(new QualityRequest(null, null, null, null, null));
              AskedQuality.check(new QualityRequest(null, null, 1.0, null, List.of(FAINT)));
              AskedQuality.check(
                  new QualityRequest(
                      "a", "b", 0.5, -0.5, List.of(FAINT, new Option("champion", null))));
            })
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("bad")
  void whatCannotBeMeantIsRefused(QualityRequest asked) {
    assertThatThrownBy(() -> AskedQuality.check(asked))
        .isInstanceOfSatisfying(
            InvalidInput.class, e -> assertThat(e.code()).isEqualTo("bad-quality"));
  }

  static List<QualityRequest> bad() {
    return List.of(
        new QualityRequest(null, null, 0.0, null, null),
        new QualityRequest(null, null, 1.01, null, null),
        new QualityRequest(null, null, Double.NaN, null, null),
        new QualityRequest(null, "b", null, -1.0, null),
        new QualityRequest(null, null, null, 0.3, null),
        new QualityRequest(null, null, null, null, List.of(FAINT)),
        new QualityRequest(null, null, 0.5, null, List.of(new Option(null, null))),
        new QualityRequest(null, null, 0.5, null, List.of(new Option(null, 1.5))),
        new QualityRequest(null, null, 0.5, null, Collections.nCopies(9, FAINT)));
  }
}
