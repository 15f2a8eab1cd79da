package io.mien.contracts.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PosesTest {

  @ParameterizedTest
  @CsvSource({
    "FL, full-left",
    "hl, half-left",
    "S, straight",
    "HR, half-right",
    "90, full-right",
    "-45, half-left",
    "Half_Left, half-left",
    "full right, full-right"
  })
  void wordsOfDatasetsHaveOneName(String word, String pose) {
    assertThat(Poses.canonical(word)).contains(pose);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "left", "30", "up", "SS"})
  void whatIsNoneOfTheFiveIsNotGuessed(String word) {
    assertThat(Poses.canonical(word)).isEmpty();
  }
}
