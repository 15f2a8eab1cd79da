package io.mien.networks.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.image.ImageSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** StarGAN with the added critic of reconstructions. */
class ReconstructionCriticTrainingTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ImageSet FACES = Faces.set(30, 16, 1);
  private static final StarGanTrainingSpec WITHOUT =
      StarGanTrainingSpec.faithful()
          .with(
              json(
                  """
                  {"imageSize": 16, "batchSize": 4, "iterations": 8, "criticSteps": 2,
                   "generator": {"width": 4, "residualBlocks": 1},
                   "critic": {"width": 4, "layers": 3}}
                  """));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"image, 1, 2", "pair, 1, 1", "image, 2, 2", "pair, 2, 1"})
  void resumedTrainingContinuesToTheLastBit(String form, int parts, int criticSteps) {
    // Given
    StarGanTrainingSpec spec =
        with(form, 0.5)
            .with(json("{\"microBatches\": %d}".formatted(parts)))
            .with(json("{\"criticSteps\": %d}".formatted(criticSteps)));
    // When
    List<Map<String, Double>> straight = new ArrayList<>();
    List<Map<String, Double>> interrupted = new ArrayList<>();
    try (StarGanTrainer trainer = StarGanTrainer.start(spec, FACES, Device.cpu())) {
      while (!trainer.finished()) {
        straight.add(trainer.step().losses());
        if (trainer.iteration() == 5) {
          trainer.save(folder, CheckpointNotes.none());
          interrupted.addAll(straight);
        }
      }
    }
    interrupted.addAll(rest());
    // Then
    assertThat(interrupted).hasSize(8).isEqualTo(straight);
    assertThat(straight.get(0))
        .containsKeys("reconstructionCritic/total", "gradientNorm/reconstructionCritic");
  }

  @Test
  void itChangesTheGeneratorOnly() {
    // Given
    Map<String, Double> without = losses(WITHOUT).get(3);
    // When
    Map<String, Double> with = losses(with("image", 0.5)).get(3);
    // Then: the first two critic steps saw the same images, the generator then had one more loss
    assertThat(losses(with("image", 0.5)).get(1).get("critic/total"))
        .isEqualTo(losses(WITHOUT).get(1).get("critic/total"));
    assertThat(with.get("generator/cycled")).isNotZero();
    assertThat(with.get("generator/total")).isNotEqualTo(without.get("generator/total"));
    assertThat(without).containsEntry("generator/cycled", 0.0);
  }

  @Test
  void aWeightOfZeroIsThePapersTraining() {
    assertThat(losses(with("pair", 0))).isEqualTo(losses(WITHOUT));
    assertThat(losses(WITHOUT).get(0)).doesNotContainKey("reconstructionCritic/total");
  }

  @Test
  void aStateFromBeforeTheOptionIsResumed() throws IOException {
    // Given
    List<Map<String, Double>> expected = losses(WITHOUT);
    try (StarGanTrainer trainer = StarGanTrainer.start(WITHOUT, FACES, Device.cpu())) {
      for (int i = 0; i < 3; i++) {
        trainer.step();
      }
      trainer.save(folder, CheckpointNotes.none());
    }
    Path manifest = folder.resolve("checkpoint.json");
    JsonNode tree = JSON.readTree(manifest.toFile());
    assertThat(((ObjectNode) tree.get("training")).remove("reconstructionCritic")).isNotNull();
    Files.writeString(manifest, tree.toString());
    // When, Then
    assertThat(rest()).isEqualTo(expected.subList(3, 8));
  }

  @Test
  void itsLossesAreWatchedForDivergence() {
    StarGanTrainingSpec wild =
        with("image", 1).with(json("{\"reconstructionCritic\": {\"gradientPenalty\": 1e12}}"));
    assertThatThrownBy(() -> losses(wild))
        .isInstanceOf(TrainingDiverged.class)
        .hasMessageContaining("reconstructionCritic/");
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> with("image", -1)).hasMessageContaining("must not be negative");
    assertThatThrownBy(() -> with("triple", 1)).hasMessageContaining("triple");
  }

  private static StarGanTrainingSpec with(String form, double weight) {
    return WITHOUT.with(
        json(
            "{\"reconstructionCritic\": {\"form\": \"%s\", \"weight\": %s}}"
                .formatted(form, weight)));
  }

  private static List<Map<String, Double>> losses(StarGanTrainingSpec spec) {
    try (StarGanTrainer trainer = StarGanTrainer.start(spec, FACES, Device.cpu())) {
      return steps(trainer);
    }
  }

  /** The steps that are left of the saved training. */
  private List<Map<String, Double>> rest() {
    try (StarGanTrainer trainer = StarGanTrainer.resume(folder, FACES, Device.cpu())) {
      return steps(trainer);
    }
  }

  private static List<Map<String, Double>> steps(StarGanTrainer trainer) {
    List<Map<String, Double>> losses = new ArrayList<>();
    while (!trainer.finished()) {
      losses.add(trainer.step().losses());
    }
    return losses;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
