package io.mien.ingest.item;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.synthesis.ItemOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskedLabelsTest {

  private static final ItemOptions GLASSES =
      new ItemOptions(
          Items.OPTIONS.known(),
          "attributes",
          List.of("Smiling"),
          List.of("Eyeglasses"),
          FaceChoice.PROMINENT);

  @Test
  void wordsMayBeThoseOfDatasets() {
    assertThat(asked("'expressions': [' Happiness ', 'sa', 'happy']", Items.OPTIONS))
        .isEqualTo(new AskedLabels("expression", List.of("happy", "sad"), List.of()));
  }

  @Test
  void theFirstWordTellsTheGroup() {
    assertThat(asked("'expressions': ['frontal']", Items.OPTIONS))
        .isEqualTo(new AskedLabels("pose", List.of("straight"), List.of()));
    assertThatThrownBy(() -> asked("'expressions': ['frontal', 'happy']", Items.OPTIONS))
        .hasMessage(
            "The checkpoint knows no expression 'happy'; choose from straight, half-left, or all.");
  }

  @Test
  void allAreAllOfTheGroup() {
    assertThat(asked("'expressions': ['all']", Items.OPTIONS).labels())
        .containsExactly("neutral", "happy", "sad");
    assertThat(asked("'expressions': ['all'], 'group': 'pose'", Items.OPTIONS).labels())
        .containsExactly("straight", "half-left");
  }

  @Test
  void aGroupAloneIsAllOfIt_unlessItIsTheGroupOfTheSynthesis() {
    assertThat(asked("'group': 'pose'", Items.OPTIONS).labels())
        .containsExactly("straight", "half-left");
    assertThat(asked("'group': 'expression'", Items.OPTIONS).labels())
        .containsExactly("happy", "sad");
  }

  @Test
  void whatPhotosShowIsSaidForItemsThatNameNoLabels() {
    assertThat(asked("", GLASSES).holds()).containsExactly("Eyeglasses");
    assertThat(asked("'holds': ['Smiling']", GLASSES).holds()).containsExactly("Smiling");
    assertThat(asked("'expressions': ['Smiling']", GLASSES).holds()).isEmpty();
  }

  @Test
  void ofExclusiveLabelsNoneIsSaidToHold() {
    assertThatThrownBy(() -> asked("'holds': ['sad']", Items.OPTIONS))
        .hasMessage(
            "The photo is said to show sad, but of expression only the new label counts: leave 'holds' out.");
  }

  private static AskedLabels asked(String fields, ItemOptions options) {
    byte[] json = ("{" + fields + "}").replace('\'', '"').getBytes(UTF_8);
    return AskedLabels.of(ItemFields.of(new ItemLine(1, json, json.length)), options);
  }
}
