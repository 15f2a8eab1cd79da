package io.mien.orchestrator.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.task.ImportCheckpoint;
import io.mien.contracts.task.ImportedLabels;
import io.mien.contracts.task.ImportedNetwork;
import io.mien.contracts.terms.UsageTerms;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForeignLabelsTest {

  private static final ObjectRef FILE = new ObjectRef(Bucket.MODELS, "uploads/g", 1, "00");

  @Test
  void namesWithoutAGroupAreExpressions() {
    assertThat(ForeignLabels.of(List.of("anger, joy")))
        .containsExactly(new ImportedLabels("expression", List.of("angry", "happy")));
    assertThat(ForeignLabels.of(List.of("hair_colour=black,bald")))
        .containsExactly(new ImportedLabels("expression", List.of("hair_colour=black", "bald")));
    assertThat(ForeignLabels.of(List.of("hair=black,bald")))
        .containsExactly(new ImportedLabels("expression", List.of("hair=black", "bald")));
  }

  @Test
  void otherGroupsAreNamedBeforeTheirLabels() {
    assertThat(
            ForeignLabels.of(
                List.of(
                    "attributes: hair_colour=black, Male", "pose=FL,S,FR", "expression:sad,AN")))
        .containsExactly(
            new ImportedLabels("attributes", List.of("hair_colour=black", "Male")),
            new ImportedLabels("pose", List.of("full-left", "straight", "full-right")),
            new ImportedLabels("expression", List.of("sad", "angry")));
    assertThat(ForeignLabels.of(List.of("attributes:Smiling")).get(0).names())
        .as("one attribute is enough")
        .containsExactly("Smiling");
  }

  @Test
  void labelsThatCannotBeAreRefusedWithWhatToChange() {
    assertRefused("'mood': choose among [expression, pose, attributes]", "mood:happy,sad");
    assertRefused("give two or more", "pose:straight");
    assertRefused("'../x' is no label", "attributes:../x");
    assertRefused("'' is no label", "attributes:");
    assertRefused("'hair=' names no attribute", "attributes:hair=");
    assertRefused("[Male, Male]", "attributes:Male,Male");
    assertRefused("give each once", "attributes:Male", "attributes:Young");
  }

  private static void assertRefused(String why, String... texts) {
    assertThatThrownBy(() -> ForeignLabels.of(List.of(texts)))
        .isInstanceOfSatisfying(
            InvalidInput.class, refused -> assertThat(refused.code()).isEqualTo("bad-labels"))
        .hasMessageContaining(why);
  }

  @Test
  void expressionsAloneAreSaidAsInEarlierVersions() {
    ImportCheckpoint plain = described(ImportedNetwork.GENERATOR, "sad,happy").in(FILE);
    ImportCheckpoint poses = described(ImportedNetwork.CLASSIFIER, "pose:straight,FL").in(FILE);

    assertThat(plain.labels()).containsExactly("sad", "happy");
    assertThat(plain.groups()).isEmpty();
    assertThat(poses.labels()).containsExactly("straight", "full-left");
    assertThat(poses.groups())
        .containsExactly(new ImportedLabels("pose", List.of("straight", "full-left")));
  }

  @Test
  void aClassifierHasOneGroupOfExclusiveLabels() {
    assertThatThrownBy(() -> described(ImportedNetwork.CLASSIFIER, "attributes:Male"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("found [attributes]");
    assertThatThrownBy(() -> described(ImportedNetwork.CLASSIFIER, "sad,happy", "pose:FL,S"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("found [expression, pose]");
  }

  private static ForeignCheckpoint described(ImportedNetwork network, String... labels) {
    return new ForeignCheckpoint(
        "g.pth",
        network,
        ForeignLabels.of(List.of(labels)),
        new CropRecipe("cascade-v1", 32, 0.2, true),
        null,
        UsageTerms.licensed("MIT"),
        null);
  }
}
