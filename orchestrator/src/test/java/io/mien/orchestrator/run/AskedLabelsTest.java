package io.mien.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.result.CheckpointSummary;
import io.mien.contracts.result.LabelSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AskedLabelsTest {

  private static final List<String> EXPRESSIONS = List.of("neutral", "happy", "sad");
  private static final CheckpointSummary EARLIER = checkpoint();
  private static final CheckpointSummary JOINT =
      checkpoint(
          new LabelSet("expression", true, EXPRESSIONS),
          new LabelSet("pose", true, List.of("half-left", "straight")),
          new LabelSet("attributes", false, List.of("glasses", "hair_colour=black")));

  @Test
  void allLabelsAreThoseOfTheFirstGroup() {
    assertThat(asked(null, null, null, JOINT))
        .isEqualTo(new AskedLabels("expression", EXPRESSIONS, List.of()));
    assertThat(asked("all", " ", "", EARLIER))
        .isEqualTo(new AskedLabels("expression", EXPRESSIONS, List.of()));
  }

  @Test
  void groupIsTheOneThatKnowsTheFirstLabel() {
    assertThat(asked("HL, straight", null, null, JOINT))
        .isEqualTo(new AskedLabels("pose", List.of("half-left", "straight"), List.of()));
    assertThat(asked("joy", null, null, JOINT).labels()).containsExactly("happy");
  }

  @Test
  void allLabelsOfANamedGroupMayBeAskedFor() {
    assertThat(asked("all", "attributes", "glasses", JOINT))
        .isEqualTo(
            new AskedLabels(
                "attributes", List.of("glasses", "hair_colour=black"), List.of("glasses")));
  }

  @Test
  void unknownLabelAndUnknownGroupAreRefusedWithWhatIsKnown() {
    assertThatThrownBy(() -> asked("bored", null, null, JOINT))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("'bored'")
        .hasMessageContaining("neutral, happy, sad, half-left, straight, glasses");
    assertThatThrownBy(() -> asked("happy,straight", null, null, JOINT))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("'straight'");
    assertThatThrownBy(() -> asked("sad", null, "happy", JOINT))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("leave 'holds' out");
    assertThatThrownBy(() -> asked("all", "hair", null, JOINT))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("'hair'; choose from expression, pose, attributes");
  }

  private static AskedLabels asked(
      @Nullable String labels,
      @Nullable String group,
      @Nullable String holds,
      CheckpointSummary checkpoint) {
    return AskedLabels.of(new AskedLabels.Form(labels, group, holds), checkpoint);
  }

  private static CheckpointSummary checkpoint(LabelSet... groups) {
    return new CheckpointSummary(
        "stargan",
        32,
        EXPRESSIONS,
        new CropRecipe("cascade-v1", 32, 0.2, true),
        "",
        1,
        List.of(groups));
  }
}
