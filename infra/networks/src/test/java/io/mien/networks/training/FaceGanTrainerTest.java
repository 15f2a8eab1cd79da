package io.mien.networks.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.checkpoint.InvalidCheckpoint;
import io.mien.networks.checkpoint.Safetensors;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.image.ImageGrid;
import io.mien.networks.image.ImageSet;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionGenerator;
import io.mien.networks.inference.FaceGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FaceGanTrainerTest {
  private static final int ITERATIONS = 9;
  private static final JsonNode SMALL =
      json(
          """
          {"imageSize": 32, "batchSize": 4, "iterations": 9,
           "network": {"latent": 6, "generatorWidth": 4, "criticWidth": 4},
           "criticSchedule": {"steps": 2, "eagerSteps": 3, "eagerStart": 1, "eagerEvery": 2},
           "schedule": {"kind": "linear", "flatShare": 0.5},
           "averageImages": 20,
           "augmentation": {"shift": 1, "contrast": 0.1, "brightness": 0.1}}
          """);
  private static final FaceGanTrainingSpec DCGAN = FaceGanTrainingSpec.dcgan().with(SMALL);

  @TempDir Path folder;

  static Stream<Arguments> stops() {
    return Stream.of(
            DCGAN,
            FaceGanTrainingSpec.wgan().with(SMALL),
            FaceGanTrainingSpec.wganGp().with(SMALL),
            FaceGanTrainingSpec.r1()
                .with(SMALL)
                .with(json("{\"constraint\": {\"every\": 2}, \"averageImages\": 0}")))
        .flatMap(spec -> Stream.of(0, 2, 4, 8).map(stop -> Arguments.of(spec, stop)));
  }

  @ParameterizedTest
  @MethodSource("stops")
  void resumedTrainingContinuesToTheLastBit(FaceGanTrainingSpec spec, int stop) {
    // Given
    ImageSet faces = Faces.set(10, 32, 1);
    List<Map<String, Double>> straight = new ArrayList<>();
    RgbImage grid;
    try (FaceGanTrainer trainer = FaceGanTrainer.start(spec, faces, Device.cpu())) {
      while (!trainer.finished()) {
        straight.add(trainer.step().losses());
      }
      grid = trainer.sampleGrid();
    }
    // When
    List<Map<String, Double>> interrupted = new ArrayList<>();
    try (FaceGanTrainer trainer = FaceGanTrainer.start(spec, faces, Device.cpu())) {
      for (int i = 0; i < stop; i++) {
        interrupted.add(trainer.step().losses());
      }
      trainer.save(folder, CheckpointNotes.none());
    }
    try (FaceGanTrainer trainer = FaceGanTrainer.resume(folder, faces, Device.cpu())) {
      while (!trainer.finished()) {
        interrupted.add(trainer.step().losses());
      }
      // Then
      assertThat(trainer.sampleGrid().rgb()).isEqualTo(grid.rgb());
    }
    assertThat(interrupted).hasSize(ITERATIONS).isEqualTo(straight);
  }

  @Test
  void generatorStepsFallWhereTheScheduleSaysSo() {
    try (FaceGanTrainer trainer = FaceGanTrainer.start(DCGAN, Faces.set(10, 32, 1), Device.cpu())) {
      List<Long> turns = new ArrayList<>();
      while (!trainer.finished()) {
        TrainingStep step = trainer.step();
        if (step.losses().containsKey("generator/total")) {
          turns.add(step.iteration());
        }
      }
      // 3 critic steps before generator steps 0 and 2, 2 before step 1
      assertThat(turns).containsExactly(3L, 5L, 8L);
    }
  }

  @Test
  void stepsLeaveNoArraysBehind() {
    FaceGanTrainingSpec spec = FaceGanTrainingSpec.wganGp().with(SMALL);
    try (FaceGanTrainer trainer = FaceGanTrainer.start(spec, Faces.set(10, 32, 1), Device.cpu())) {
      // Given
      trainer.step();
      int before = trainer.liveArrays();
      // When
      while (!trainer.finished()) {
        trainer.step();
      }
      trainer.sampleGrid();
      trainer.save(folder, CheckpointNotes.none());
      // Then
      assertThat(trainer.liveArrays()).isEqualTo(before);
    }
  }

  @Test
  void checkpointDrawsTheFacesOfTheLastGrid() {
    // Given
    RgbImage grid;
    try (FaceGanTrainer trainer = FaceGanTrainer.start(DCGAN, Faces.set(10, 32, 1), Device.cpu())) {
      while (!trainer.finished()) {
        trainer.step();
      }
      grid = trainer.sampleGrid();
      trainer.save(folder, CheckpointNotes.none());
    }
    // When
    try (FaceGenerator generator = FaceGenerator.load(folder, Device.cpu())) {
      List<RgbImage> faces = generator.generate(DCGAN.seed(), 0, 64);
      // Then
      assertThat(ImageGrid.of(faces, 8).rgb()).isEqualTo(grid.rgb());
      assertThat(generator.generate(DCGAN.seed(), 32, 32).get(5).rgb())
          .isEqualTo(faces.get(37).rgb());
      assertThat(faces.get(0).rgb()).isNotEqualTo(faces.get(1).rgb());
    }
    assertThatThrownBy(() -> ExpressionGenerator.load(folder, Device.cpu()))
        .isInstanceOf(InvalidCheckpoint.class)
        .hasMessageContaining("FACE_GAN");
  }

  @Test
  void clippingHoldsEveryCriticParameterNormalisationsIncluded() throws IOException {
    FaceGanTrainingSpec spec = FaceGanTrainingSpec.wgan().with(SMALL);
    try (FaceGanTrainer trainer = FaceGanTrainer.start(spec, Faces.set(10, 32, 1), Device.cpu())) {
      trainer.step();
      trainer.save(folder, CheckpointNotes.none());
    }
    Safetensors state = Safetensors.read(folder.resolve(StarGanTrainer.STATE_FILE));
    try (NDManager manager = TorchRuntime.start().newBaseManager()) {
      assertThat(state.names().stream().filter(name -> name.startsWith("critic/")))
          .extracting(name -> state.array(name, manager).abs().max().getFloat())
          .allMatch(largest -> largest <= 0.01f)
          .contains(0.01f);
    }
  }

  @Test
  void divergenceStopsTheTraining() {
    FaceGanTrainingSpec wild =
        FaceGanTrainingSpec.wganGp()
            .with(SMALL)
            .with(json("{\"criticOptimizer\": {\"learningRate\": 1e12}}"));
    try (FaceGanTrainer trainer = FaceGanTrainer.start(wild, Faces.set(10, 32, 1), Device.cpu())) {
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
  void whatDoesNotFitIsRefusedBeforeTheFirstStep() {
    assertThatThrownBy(() -> DCGAN.with(json("{\"imageSize\": 48}")))
        .hasMessageContaining("not 48")
        .hasMessageContaining("crops");
    assertThatThrownBy(() -> DCGAN.with(json("{\"batchSize\": 1}")))
        .hasMessageContaining("at least 2");
    assertThatThrownBy(
            () -> DCGAN.with(json("{\"constraint\": {\"kind\": \"r1\", \"strength\": 1}}")))
        .hasMessageContaining("criticNorm");
    assertThatThrownBy(() -> FaceGanTrainer.start(DCGAN, Faces.set(3, 32, 1), Device.cpu()))
        .hasMessageContaining("batch of 4");
    assertThatThrownBy(() -> FaceGanTrainer.start(DCGAN, Faces.set(10, 16, 1), Device.cpu()))
        .hasMessageContaining("32 pixels");
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
