package io.mien.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.result.CheckpointSummary;
import io.mien.contracts.result.LabelSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointCommandTest {

  @Test
  void peopleAreCountedAndOtherLabelsNamed() {
    assertThat(labels("subject", "person-0001", "person-0002")).isEqualTo("2 people");
    assertThat(labels("pose", "straight", "half-left")).isEqualTo("[straight, half-left]");
  }

  private static String labels(String group, String... names) {
    return CheckpointCommand.ListAll.labels(
        new CheckpointSummary(
            "resnet18",
            64,
            List.of(names),
            new CropRecipe("cascade-v1", 64, 0.25, true),
            "",
            10,
            List.of(new LabelSet(group, true, List.of(names)))));
  }
}
