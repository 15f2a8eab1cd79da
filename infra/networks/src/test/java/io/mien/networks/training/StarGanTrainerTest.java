package io.mien.networks.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.checkpoint.InvalidCheckpoint;
import io.mien.networks.image.ImageSet;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionGenerator;
import io.mien.testkit.PixelBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StarGanTrainerTest {
  private static final StarGanTrainingSpec TINY =
      StarGanTrainingSpec.faithful()
          .with(
              json(
                  """
                  {"imageSize": 16, "batchSize": 4, "iterations": 10, "criticSteps": 2,
                   "generator": {"width": 4, "residualBlocks": 1,
                                 "injection": "concat-conditional", "head": "attention"},
                   "critic": {"width": 4, "layers": 3},
                   "warmup": {"iterations": 3, "batchSize": 6},
                   "losses": {"penaltyEvery": 2, "penaltySlope": "mean", "change": 0.5},
                   "paired": {"pixels": 1, "features": 0.5},
                   "augmentation": {"shift": 1, "contrast": 0.1, "brightness": 0.1}}
                  """));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 7, 12})
  void resumedTrainingContinuesToTheLastBit(int stop) {
    // Given
    ImageSet faces = Faces.set(30, 16, 1);
    List<Map<String, Double>> straight = new ArrayList<>();
    try (StarGanTrainer trainer = StarGanTrainer.start(TINY, faces, Device.cpu())) {
      while (!trainer.finished()) {
        straight.add(trainer.step().losses());
      }
    }
    // When
    List<Map<String, Double>> interrupted = new ArrayList<>();
    try (StarGanTrainer trainer = StarGanTrainer.start(TINY, faces, Device.cpu())) {
      for (int i = 0; i < stop; i++) {
        interrupted.add(trainer.step().losses());
      }
      trainer.save(folder, CheckpointNotes.none());
    }
    try (StarGanTrainer trainer = StarGanTrainer.resume(folder, faces, Device.cpu())) {
      while (!trainer.finished()) {
        interrupted.add(trainer.step().losses());
      }
    }
    // Then
    assertThat(interrupted).hasSize(13).isEqualTo(straight);
  }

  @Test
  void criticStepsAndGeneratorStepsAlternateAsAsked() {
    StarGanTrainingSpec occasional = TINY.with(json("{\"criticSteps\": 1, \"generatorSteps\": 3}"));
    assertThat(turns(TINY)).containsExactly("C", "CG", "C", "CG", "C", "CG");
    assertThat(turns(occasional)).containsExactly("CG", "G", "G", "CG", "G", "G");
    assertThatThrownBy(() -> TINY.with(json("{\"generatorSteps\": 3}")))
        .hasMessageContaining("one must be 1")
        .hasMessageContaining("2 and 3");
  }

  /** Which networks take a step in the first adversarial iterations. */
  private static List<String> turns(StarGanTrainingSpec spec) {
    List<String> turns = new ArrayList<>();
    try (StarGanTrainer trainer = StarGanTrainer.start(spec, Faces.set(30, 16, 1), Device.cpu())) {
      for (int i = 0; i < spec.warmup().iterations() + 6; i++) {
        Map<String, Double> losses = trainer.step().losses();
        if (i >= spec.warmup().iterations()) {
          String critic = losses.containsKey("critic/total") ? "C" : "";
          turns.add(critic + (losses.containsKey("generator/total") ? "G" : ""));
        }
      }
    }
    return turns;
  }

  @Test
  void stepsLeaveNoArraysBehind() {
    // Given
    try (StarGanTrainer trainer = StarGanTrainer.start(TINY, Faces.set(30, 16, 1), Device.cpu())) {
      trainer.step();
      int before = trainer.liveArrays();
      // When
      while (!trainer.finished()) {
        trainer.step();
      }
      trainer.sampleGrid(List.of(Faces.set(1, 16, 2).get(0).image()));
      trainer.save(folder, CheckpointNotes.none());
      // Then
      assertThat(trainer.liveArrays()).isEqualTo(before);
    }
  }

  @Test
  void checkpointGivesTheGeneratorOfTheLastGrid() {
    // Given
    List<RgbImage> faces = List.of(Faces.set(1, 16, 2).get(0).image());
    RgbImage grid;
    try (StarGanTrainer trainer = StarGanTrainer.start(TINY, Faces.set(30, 16, 1), Device.cpu())) {
      while (!trainer.finished()) {
        trainer.step();
      }
      grid = trainer.sampleGrid(faces);
      trainer.save(folder, CheckpointNotes.none());
    }
    // When
    try (ExpressionGenerator generator = ExpressionGenerator.load(folder, Device.cpu())) {
      // Then
      assertThat(generator.labels()).isEqualTo(Faces.LABELS);
      assertThat(PixelBytes.greatestDifference(generator.grid(faces).rgb(), grid.rgb()))
          .isLessThanOrEqualTo(1);
      assertThat(grid.width()).isEqualTo(4 * 16);
      assertThatThrownBy(() -> generator.translate(faces, List.of("furious")))
          .hasMessageContaining("furious")
          .hasMessageContaining("happy");
    }
  }

  @Test
  void divergenceStopsTheTraining() {
    // Given
    StarGanTrainingSpec wild =
        TINY.with(
            json(
                "{\"criticAdam\": {\"learningRate\": 1e12}, \"schedule\": {\"kind\":"
                    + " \"constant\"}}"));
    try (StarGanTrainer trainer = StarGanTrainer.start(wild, Faces.set(30, 16, 1), Device.cpu())) {
      // When, Then
      assertThatThrownBy(
              () -> {
                while (!trainer.finished()) {
                  trainer.step();
                }
              })
          .isInstanceOf(TrainingDiverged.class)
          .hasMessageContaining("iteration");
    }
  }

  @Test
  void aGeneratorWhoseImagesAreAllAlikeStopsTheTraining() {
    // Given a training that calls even the first images of a new generator collapsed
    StarGanTrainingSpec strict =
        TINY.with(json("{\"divergence\": {\"smallestSpread\": 0.99, \"patience\": 3}}"))
            .with(json("{\"generator\": {\"head\": \"tanh\"}, \"iterations\": 20}"));
    try (StarGanTrainer trainer =
        StarGanTrainer.start(strict, Faces.set(30, 16, 1), Device.cpu())) {
      // When, Then: three generator steps of two iterations each after three of warm-up
      assertThatThrownBy(
              () -> {
                while (!trainer.finished()) {
                  trainer.step();
                }
              })
          .isInstanceOf(TrainingDiverged.class)
          .hasMessageContaining("collapsed at iteration 8")
          .hasMessageContaining("for 3 of its steps");
    }
  }

  @Test
  void aBatchInPartsWithAnAugmentedCriticIsResumedToTheLastBit() {
    // Given
    StarGanTrainingSpec inParts =
        TINY.with(
            json(
                """
                {"microBatches": 2, "criticAugmentation": ["color", "translation", "cutout"],
                 "paired": {"features": 0}}
                """));
    ImageSet faces = Faces.set(30, 16, 1);
    List<Map<String, Double>> straight = new ArrayList<>();
    List<Map<String, Double>> interrupted = new ArrayList<>();
    // When
    try (StarGanTrainer trainer = StarGanTrainer.start(inParts, faces, Device.cpu())) {
      while (!trainer.finished()) {
        straight.add(trainer.step().losses());
        if (trainer.iteration() == 6) {
          trainer.save(folder, CheckpointNotes.none());
          interrupted.addAll(straight);
        }
      }
    }
    try (StarGanTrainer trainer = StarGanTrainer.resume(folder, faces, Device.cpu())) {
      while (!trainer.finished()) {
        interrupted.add(trainer.step().losses());
      }
    }
    // Then
    assertThat(interrupted).hasSize(13).isEqualTo(straight);
  }

  @Test
  void epochsAreTurnedIntoIterations() {
    StarGanTrainingSpec spec = TINY.with(json("{\"epochs\": 3}"));
    assertThat(spec.over(30).iterations()).isEqualTo(3 * 7); // seven batches of 4 in 30 images
    assertThat(spec.over(30).epochs()).isZero();
    assertThat(TINY.over(30)).isEqualTo(TINY);
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() {
    assertThatThrownBy(() -> TINY.with(json("{\"microBatches\": 3}")))
        .hasMessageContaining("batch of 4")
        .hasMessageContaining("3 equal parts");
    assertThatThrownBy(() -> TINY.with(json("{\"criticAugmentation\": [\"color\"]}")))
        .hasMessageContaining("Feature matching");
    assertThatThrownBy(() -> TINY.with(json("{\"criticAugmentation\": [\"cutout\", \"cutout\"]}")))
        .hasMessageContaining("named once");
  }

  @Test
  void resumingOnOtherImagesIsRefused() {
    // Given
    try (StarGanTrainer trainer = StarGanTrainer.start(TINY, Faces.set(30, 16, 1), Device.cpu())) {
      trainer.save(folder, CheckpointNotes.none());
    }
    // When, Then
    assertThatThrownBy(() -> StarGanTrainer.resume(folder, Faces.set(30, 16, 9), Device.cpu()))
        .isInstanceOf(InvalidCheckpoint.class)
        .hasMessageContaining("other images");
  }

  @Test
  void tooFewImagesAndUnknownFieldsAreRefused() {
    assertThatThrownBy(() -> StarGanTrainer.start(TINY, Faces.set(3, 16, 1), Device.cpu()))
        .hasMessageContaining("3 images")
        .hasMessageContaining("batch of 4");
    assertThatThrownBy(() -> TINY.with(json("{\"learningRat\": 1}")))
        .hasMessageContaining("learningRat");
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
