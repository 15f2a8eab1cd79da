package io.mien.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.dataset.FaceSelection;
import io.mien.contracts.dataset.NearDuplicatePolicy;
import io.mien.contracts.dataset.QualityLimits;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FaceChoicesTest {

  @Test
  void nothingIsSentUnlessSomethingIsChosen() {
    assertThat(parsed().options()).isNull();
  }

  @Test
  void everyChoiceIsSent() {
    FaceSelection selection =
        parsed(
                "--detector=yunet-v1",
                "--faces=all",
                "--min-face=40",
                "--min-sharpness=50",
                "--min-brightness=30",
                "--max-brightness=220",
                "--max-clipped=0.25",
                "--max-roll=20",
                "--reject-near-duplicates")
            .options()
            .selection();

    assertThat(selection)
        .isEqualTo(
            new FaceSelection(
                "yunet-v1",
                FaceChoice.ALL,
                new QualityLimits(40.0, 50.0, 30.0, 220.0, 0.25, 20.0),
                NearDuplicatePolicy.REJECT));
  }

  @Test
  void anotherWordIsRefusedWithTheChoices() {
    assertThatThrownBy(() -> parsed("--faces=best"))
        .isInstanceOf(CommandLine.ParameterException.class)
        .hasMessageContaining("prominent, largest, central, single, all");
  }

  private static LayoutChoices parsed(String... arguments) {
    LayoutChoices choices = new LayoutChoices();
    new CommandLine(CommandLine.Model.CommandSpec.forAnnotatedObject(choices)).parseArgs(arguments);
    return choices;
  }
}
