package io.mien.networks.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.checkpoint.InvalidCheckpoint;
import io.mien.networks.checkpoint.NetworkKind;
import io.mien.networks.image.ImageSet;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionGenerator;
import io.mien.networks.inference.KnownFace;
import io.mien.networks.label.HeldLabels;
import io.mien.networks.label.LabelGroup;
import io.mien.testkit.PixelBytes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Attributes alone, and several sets in one network. */
class JointTrainingTest {
  private static final StarGanTrainingSpec TINY =
      StarGanTrainingSpec.faithful()
          .with(
              Json.of(
                  """
                  {"imageSize": 16, "batchSize": 4, "iterations": 12, "criticSteps": 2,
                   "generator": {"width": 4, "residualBlocks": 1},
                   "critic": {"width": 4, "layers": 3},
                   "warmup": {"iterations": 5, "batchSize": 6},
                   "losses": {"penaltyEvery": 2},
                   "paired": {"pixels": 1}}
                  """));

  @TempDir Path folder;

  static Stream<List<ImageSet>> trainings() {
    ImageSet expressions = Datasets.expressions();
    return Stream.of(
        List.of(Datasets.attributes()),
        List.of(Datasets.attributes(), expressions),
        List.of(expressions, Datasets.poses(expressions), Datasets.attributes()));
  }

  @ParameterizedTest
  @MethodSource("trainings")
  void resumedTrainingContinuesToTheLastBit(List<ImageSet> sets) {
    // Given
    List<Map<String, Double>> straight = new ArrayList<>();
    try (StarGanTrainer trainer = StarGanTrainer.start(TINY, sets, Device.cpu())) {
      while (!trainer.finished()) {
        trainer.save(folder.resolve("at-" + trainer.iteration()), CheckpointNotes.none());
        straight.add(trainer.step().losses());
      }
    }
    // When
    for (int stop : new int[] {0, 3, 6, 7, 12}) {
      List<Map<String, Double>> resumed = new ArrayList<>(straight.subList(0, stop));
      try (StarGanTrainer trainer =
          StarGanTrainer.resume(folder.resolve("at-" + stop), sets, Device.cpu())) {
        while (!trainer.finished()) {
          resumed.add(trainer.step().losses());
        }
      }
      // Then
      assertThat(resumed).as("resumed at %d", stop).hasSize(17).isEqualTo(straight);
    }
  }

  static Stream<List<ImageSet>> pairs() {
    return Stream.of(
        List.of(Datasets.attributes(), Datasets.expressions()),
        List.of(Datasets.expressions(), Faces.set(12, 16, 5))); // one group of labels
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void everySetHasItsPenaltiesAndGeneratorSteps(List<ImageSet> sets) {
    List<String> turns = new ArrayList<>();
    StarGanTrainingSpec cold = TINY.with(Json.of("{\"warmup\": {\"iterations\": 0}}"));
    try (StarGanTrainer trainer = StarGanTrainer.start(cold, sets, Device.cpu())) {
      for (int i = 0; i < 8; i++) {
        Map<String, Double> losses = trainer.step().losses();
        String penalty = losses.getOrDefault("critic/penalty", 0.0) > 0 ? "P" : "";
        turns.add("C" + penalty + (losses.containsKey("generator/total") ? "G" : ""));
      }
    }
    assertThat(turns).containsExactly("CP", "CP", "CG", "CG", "CP", "CP", "CG", "CG");
  }

  @Test
  void checkpointKnowsEveryGroup() {
    ImageSet expressions = Datasets.expressions();
    List<ImageSet> sets = List.of(expressions, Datasets.poses(expressions), Datasets.attributes());
    List<RgbImage> faces = List.of(expressions.get(0).image(), sets.get(2).get(0).image());
    RgbImage grid = train(sets, faces);
    assertThat(CheckpointDirectory.open(folder, NetworkKind.STARGAN).manifest().labels())
        .containsExactly(Faces.LABELS, Datasets.POSES, Datasets.ATTRIBUTES);
    try (ExpressionGenerator generator = ExpressionGenerator.load(folder, Device.cpu())) {
      RgbImage face = faces.get(0);
      KnownFace known = KnownFace.of(face);
      assertThat(grid.width()).isEqualTo((1 + 3 + 3 + 3) * 16);
      HeldLabels held = sets.get(2).get(0).labels();
      KnownFace other = new KnownFace(faces.get(1), Map.of("attributes", held));
      RgbImage again = generator.gridOf(List.of(known, other));
      assertThat(PixelBytes.greatestDifference(again.rgb(), grid.rgb())).isLessThanOrEqualTo(1);
      assertThat(rgb(generator.translate(List.of(face), List.of("happy"))))
          .isEqualTo(rgb(generator.translate("expression", List.of(known), List.of("happy"))))
          .isNotEqualTo(rgb(generator.translate("pose", List.of(known), List.of("straight"))));
      assertThatThrownBy(() -> generator.translate("hats", List.of(known), List.of("top")))
          .hasMessageContaining("hats")
          .hasMessageContaining("[expression, pose, attributes]");
      assertThatThrownBy(() -> generator.translate("pose", List.of(known), List.of("happy")))
          .hasMessageContaining("happy")
          .hasMessageContaining("full-left");
    }
  }

  @Test
  void attributesAreEditsOfWhatAFaceHolds() {
    ImageSet attributes = Datasets.attributes();
    train(List.of(attributes), List.of());
    try (ExpressionGenerator generator = ExpressionGenerator.load(folder, Device.cpu())) {
      RgbImage face = attributes.get(0).image();
      assertThat(edited(generator, face, "blond", "black", "glasses"))
          .isEqualTo(edited(generator, face, "glasses", "blond"))
          .isEqualTo(edited(generator, face, "blond", "blond", "glasses"))
          .isNotEqualTo(edited(generator, face, "blond"));
      assertThat(edited(generator, face, "glasses", "black", "glasses"))
          .isEqualTo(edited(generator, face, "black"));
      assertThatThrownBy(() -> edited(generator, face, "black", "beard"))
          .hasMessageContaining("beard");
    }
  }

  private static String edited(
      ExpressionGenerator generator, RgbImage face, String label, String... holding) {
    HeldLabels held = generator.labels().held(List.of(holding));
    KnownFace known = new KnownFace(face, Map.of("attributes", held));
    return rgb(generator.translate("attributes", List.of(known), List.of(label)));
  }

  private static String rgb(List<RgbImage> images) {
    return images.stream()
        .map(image -> HexFormat.of().formatHex(image.rgb()))
        .collect(Collectors.joining("\n"));
  }

  /** Trains and saves; gives the grid of some faces. */
  private RgbImage train(List<ImageSet> sets, List<RgbImage> faces) {
    // No average, which so few steps would leave at the start
    StarGanTrainingSpec spec = TINY.with(Json.of("{\"averageDecay\": 0}"));
    try (StarGanTrainer trainer = StarGanTrainer.start(spec, sets, Device.cpu())) {
      while (!trainer.finished()) {
        trainer.step();
      }
      trainer.save(folder, CheckpointNotes.none());
      return faces.isEmpty() ? sets.get(0).get(0).image() : trainer.sampleGrid(faces);
    }
  }

  @Test
  void setsWithTheSameLabelsShareThem() {
    List<ImageSet> sets = List.of(Datasets.expressions(), Faces.set(9, 16, 5));
    train(sets, List.of());
    assertThat(CheckpointDirectory.open(folder, NetworkKind.STARGAN).manifest().labels())
        .containsExactly(Faces.LABELS);
    assertThatThrownBy(() -> StarGanTrainer.resume(folder, Datasets.expressions(), Device.cpu()))
        .isInstanceOf(InvalidCheckpoint.class)
        .hasMessageContaining("other images");
  }

  @Test
  void anEpochOfSeveralSetsIsOneOfTheLargest() {
    StarGanTrainingSpec spec = TINY.with(Json.of("{\"epochs\": 3}"));
    assertThat(spec.over(12, 30).iterations()).isEqualTo(3 * 7 * 2);
  }

  @Test
  void setsThatDoNotGoTogetherAreRefused() {
    ImageSet expressions = Datasets.expressions();
    LabelGroup others = LabelGroup.exclusive(List.of("neutral", "happy", "angry"));
    assertRefused("'expression'", Datasets.relabelled(expressions, others, i -> HeldLabels.of(0)));
    assertRefused("32", Faces.set(30, 32, 1));
    assertRefused("3 images", Faces.set(3, 16, 1));
    assertRefused(
        "same label",
        Datasets.relabelled(
            expressions, Datasets.ATTRIBUTES, i -> Datasets.ATTRIBUTES.held(List.of("black"))));
    assertThatThrownBy(() -> StarGanTrainer.start(TINY, List.of(), Device.cpu()))
        .hasMessageContaining("at least one set");
  }

  private static void assertRefused(String named, ImageSet beside) {
    assertThatThrownBy(
            () -> StarGanTrainer.start(TINY, List.of(Datasets.expressions(), beside), Device.cpu()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(named);
  }
}
