package io.mien.ingest.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.ingest.image.PictureFile;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.Picture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnableLabelsTest {

  private final List<Picture> pictures = new ArrayList<>();

  @Test
  void twoExpressionsOrTwoPosesAreEnough() {
    add("a", "happy", Map.of("pose", "FL"));
    add("b", "happy", Map.of("pose", "full-left"));
    assertThat(labels().any()).isFalse();

    add("c", "happy", Map.of("pose", "straight"));
    assertThat(labels().any()).isTrue();
    assertThat(labels().poses()).containsExactly("full-left", "straight");

    pictures.clear();
    add("a", "happy", Map.of());
    add("b", "sad", Map.of());
    assertThat(labels().any()).isTrue();
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

    assertThat(labels().any()).isEqualTo(learnable);
    assertThat(learnable ? labels().attributes() : labels().others()).containsExactly(column);
  }

  @Test
  void valueThatOnePersonShowsTellsWhoAndNotWhat() {
    for (int i = 0; i < 6; i++) {
      add("P" + i % 3, "happy", Map.of("beard", "style " + i % 3));
    }

    assertThat(labels().any()).isFalse();
  }

  @Test
  void moreWholeNumbersThanCodesAreAMeasure() {
    for (int i = 0; i < 24; i++) {
      add("P" + i, "happy", Map.of("age", Integer.toString(20 + i % 12)));
    }

    assertThat(labels().any()).isFalse();
  }

  private LearnableLabels labels() {
    return LearnableLabels.of(pictures);
  }

  private void add(String subject, String expression, Map<String, String> attributes) {
    String source = pictures.size() + ".png";
    pictures.add(
        new Picture(
            source,
            subject,
            new Label.Known(expression),
            attributes,
            new PictureFile(Path.of(source))));
  }
}
