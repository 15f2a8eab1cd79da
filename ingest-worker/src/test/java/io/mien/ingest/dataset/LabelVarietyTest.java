package io.mien.ingest.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelVarietyTest {

  private LabelVariety variety = new LabelVariety();

  @Test
  void twoExpressionsOrTwoPosesAreEnough() {
    add("a", "happy", Map.of("pose", "FL"));
    add("b", "happy", Map.of("pose", "full-left"));
    assertThat(variety.isThere()).isFalse();

    add("c", "happy", Map.of("pose", "straight"));
    assertThat(variety.isThere()).isTrue();

    variety = new LabelVariety();
    add("a", "happy", Map.of());
    add("b", "sad", Map.of());
    assertThat(variety.isThere()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "glasses, yes no, true",
    "Smiling, 1 -1, true",
    "glasses, yes yes yes yes, false",
    "hair_colour, black black blond blond, true",
    "hair_colour, black black black blond, false",
    "level, 1 1 2 2, true",
    "valence, 0.5 0.5 -0.25 -0.25, false",
    "frame, 1 1 2 2, false",
    "Frame No, 1 1 2 2, false",
    "take, a a b b, false",
    "session_id, a a b b, false",
    "person-id, a a b b, false",
    "file_name, a a b b, false",
    "id, a a b b, false",
    "source, lab lab web web, false"
  })
  void columnIsAnAttributeWhenSeveralPeopleShareTwoValuesThatTellOfTheFace(
      String column, String values, boolean learnable) {
    int person = 0;
    for (String value : values.split(" ", -1)) {
      add("P" + person++, "happy", Map.of(column, value));
    }

    assertThat(variety.isThere()).isEqualTo(learnable);
    assertThat(learnable ? variety.attributes() : variety.others()).containsExactly(column);
  }

  @Test
  void valueThatOnePersonShowsTellsWhoAndNotWhat() {
    for (int i = 0; i < 6; i++) {
      add("P" + i % 3, "happy", Map.of("beard", "style " + i % 3));
    }

    assertThat(variety.isThere()).isFalse();
  }

  @Test
  void moreWholeNumbersThanCodesAreAMeasure() {
    for (int i = 0; i < 24; i++) {
      add("P" + i, "happy", Map.of("age", Integer.toString(20 + i % 12)));
    }

    assertThat(variety.isThere()).isFalse();
  }

  private void add(String subject, String expression, Map<String, String> attributes) {
    variety.add(subject, expression, attributes);
  }
}
