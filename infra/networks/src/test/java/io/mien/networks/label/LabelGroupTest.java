package io.mien.networks.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mien.networks.checkpoint.CheckpointJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelGroupTest {
  private static final LabelGroup POSES =
      LabelGroup.exclusive(
          "pose", List.of("full-left", "half-left", "straight", "half-right", "full-right"));
  private static final LabelGroup ATTRIBUTES =
      LabelGroup.independent(
          "attributes",
          List.of("black", "blond", "brown", "male", "young"),
          List.of(List.of("black", "blond", "brown")));

  @Test
  void whatWasWrittenBeforeGroupsHadNamesReadsAsExpressions() throws JsonProcessingException {
    String old = "{\"kind\": \"exclusive\", \"names\": [\"neutral\", \"happy\"]}";
    assertThat(
            CheckpointJson.read(new ObjectMapper().readTree(old), LabelGroup.class, "checkpoint"))
        .isEqualTo(LabelGroup.exclusive("expression", List.of("neutral", "happy")));
  }

  @Test
  void groupsSurviveJson() {
    for (LabelGroup group : List.of(POSES, ATTRIBUTES)) {
      assertThat(CheckpointJson.read(CheckpointJson.tree(group), LabelGroup.class, "checkpoint"))
          .isEqualTo(group);
    }
  }

  @Test
  void mirroredPosesChangeSides() {
    assertThat(mirrored("full-left")).isEqualTo("full-right");
    assertThat(mirrored("half-right")).isEqualTo("half-left");
    assertThat(mirrored("straight")).isEqualTo("straight");
    assertThat(POSES.onesided()).isEmpty();
  }

  private static String mirrored(String pose) {
    return POSES.names().get(POSES.mirrored(POSES.held(List.of(pose))).only());
  }

  @Test
  void mirroredAttributesChangeSides() {
    LabelGroup marks =
        LabelGroup.independent(
            "attributes", List.of("Scar_Left", "Scar_Right", "smile", "upright"), List.of());
    assertThat(marks.mirrored(marks.held(List.of("Scar_Left", "smile", "upright"))))
        .isEqualTo(marks.held(List.of("Scar_Right", "smile", "upright")));
    assertThat(marks.mirrored(marks.held(List.of("Scar_Left", "Scar_Right"))))
        .isEqualTo(marks.held(List.of("Scar_Left", "Scar_Right")));
  }

  @Test
  void labelsWhoseOtherSideIsNotKnownAreTold() {
    assertThat(LabelGroup.exclusive(List.of("half-left", "straight", "bright")).onesided())
        .containsExactly("half-left");
  }

  @Test
  void editsOfAttributesToggleThemAndAlternativesReplaceEachOther() {
    assertThat(edited("blond", "black", "male")).isEqualTo(held("blond", "male"));
    assertThat(edited("blond", "blond")).isEqualTo(held("blond"));
    assertThat(edited("brown")).isEqualTo(held("brown"));
    assertThat(edited("male", "black", "male")).isEqualTo(held("black"));
    assertThat(edited("young", "black", "male")).isEqualTo(held("black", "male", "young"));
    assertThat(new LabelEdit(POSES, 2).of(HeldLabels.of(0))).isEqualTo(HeldLabels.of(2));
  }

  private static HeldLabels edited(String label, String... holding) {
    return new LabelEdit(ATTRIBUTES, ATTRIBUTES.index(label)).of(held(holding));
  }

  private static HeldLabels held(String... labels) {
    return ATTRIBUTES.held(List.of(labels));
  }

  @Test
  void labelsThatDoNotGoTogetherAreRefused() {
    assertThatThrownBy(() -> held("black", "blond")).hasMessageContaining("At most one");
    assertThatThrownBy(() -> held("bald"))
        .hasMessageContaining("bald")
        .hasMessageContaining("male");
    assertThatThrownBy(() -> POSES.held(List.of("straight", "full-left")))
        .hasMessageContaining("Exactly one");
    assertThatThrownBy(() -> POSES.held(List.of())).hasMessageContaining("Exactly one");
    assertThatThrownBy(() -> POSES.requireFits(HeldLabels.of(5))).hasMessageContaining("Label 5");
    assertThatThrownBy(
            () -> LabelGroup.independent("a", List.of("x", "y"), List.of(List.of("x", "z"))))
        .hasMessageContaining("Alternatives");
    assertThatThrownBy(
            () ->
                LabelGroup.independent(
                    "a", List.of("x", "y", "z"), List.of(List.of("x", "y"), List.of("y", "z"))))
        .hasMessageContaining("Alternatives");
  }

  @Test
  void groupsOfOneSpaceHaveNamesOfTheirOwn() {
    LabelSpace space = new LabelSpace(List.of(ATTRIBUTES, POSES));
    assertThat(space.index("pose")).isEqualTo(1);
    assertThatThrownBy(() -> space.index("hats"))
        .hasMessageContaining("hats")
        .hasMessageContaining("[attributes, pose]");
    assertThatThrownBy(() -> new LabelSpace(List.of(POSES, POSES)))
        .hasMessageContaining("name of its own");
  }
}
