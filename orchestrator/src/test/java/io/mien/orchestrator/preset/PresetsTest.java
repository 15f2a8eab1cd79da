package io.mien.orchestrator.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.dataset.SplitUnit;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.task.FaceGanMethod;
import org.junit.jupiter.api.Test;

class PresetsTest {

  private final Presets presets = Presets.load();

  @Test
  void presetsAreCompleteAndFitTogether() {
    assertThat(presets.all())
        .extracting(RunPreset::name)
        .containsExactly(
            "smoke",
            "demo",
            "turning",
            "standard",
            "report-split",
            "dcgan",
            "wgan",
            "wgan-gp",
            "r1");
    assertThat(presets.all())
        .filteredOn(Preset.class::isInstance)
        .map(Preset.class::cast)
        .allSatisfy(
            preset -> {
              assertThat(preset.description()).isNotBlank();
              assertThat(preset.recipe().detector()).isNotBlank();
              assertThat(preset.split().test()).isPositive();
              assertThat(preset.stargan().checkpointEvery()).isPositive();
              assertThat(preset.stargan().changes().get("imageSize"))
                  .isEqualTo(preset.recipe().size());
              assertThat(preset.classifier().changes().get("imageSize"))
                  .isEqualTo(preset.recipe().size());
            });
  }

  @Test
  void onlyTheReportsSplitLeaks() {
    assertThat(presets.all())
        .filteredOn(preset -> preset.split().unit() == SplitUnit.IMAGE)
        .singleElement()
        .satisfies(
            preset -> {
              assertThat(preset.name()).isEqualTo("report-split");
              assertThat(preset.description()).contains("leaks");
            });
  }

  @Test
  void facePresetsNameTheirMethodAndFitTheirCrops() {
    assertThat(presets.all())
        .filteredOn(FacePreset.class::isInstance)
        .map(FacePreset.class::cast)
        .hasSameSizeAs(FaceGanMethod.values())
        .allSatisfy(
            preset -> {
              assertThat(preset.method().wireName()).isEqualTo(preset.name());
              assertThat(preset.training().changes().get("imageSize"))
                  .isEqualTo(preset.recipe().size());
              assertThat(preset.training().sampleEvery()).isPositive();
              assertThat(preset.training().checkpointEvery()).isPositive();
            });
  }

  @Test
  void unknownPresetIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> presets.require("huge"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("'huge'")
        .hasMessageContaining("smoke, demo, turning, standard, report-split")
        .extracting("code")
        .isEqualTo("unknown-preset");
  }
}
