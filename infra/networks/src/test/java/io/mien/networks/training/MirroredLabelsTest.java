package io.mien.networks.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.image.ImageSet;
import io.mien.networks.image.LabelledImage;
import io.mien.networks.label.HeldLabels;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.stargan.Counterpart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A mirrored image is labelled with what it shows. */
class MirroredLabelsTest {
  private static final int SIZE = 16;
  private static final StarGanTrainingSpec TINY =
      StarGanTrainingSpec.faithful()
          .with(
              Json.of(
                  """
                  {"imageSize": 16, "batchSize": 4, "microBatches": 2, "iterations": 10,
                   "targets": "uniform",
                   "generator": {"width": 4, "residualBlocks": 1},
                   "critic": {"width": 4, "layers": 3},
                   "paired": {"pixels": 1},
                   "augmentation": {"shift": 1, "contrast": 0.1, "brightness": 0.1,
                                    "warp": {"rotation": 5, "scale": 0.05}}}
                  """));

  static Stream<ImageSet> sets() {
    return Stream.of(Markers.sides(6, SIZE), Markers.marks(5, SIZE));
  }

  @ParameterizedTest
  @MethodSource("sets")
  void imagesShowTheirLabelsAndCounterpartsTheirTargets(ImageSet images) {
    TrainingSets sets = new TrainingSets(List.of(images));
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        StarGanBatches batches = new StarGanBatches(TINY, sets, manager)) {
      // Given
      List<HeldLabels> shown = new ArrayList<>();
      List<Boolean> known = new ArrayList<>();
      // When, Then
      for (int step = 0; step < 60; step++) {
        batches
            .of(step)
            .forEach(
                batch -> {
                  for (int i = 0; i < 2; i++) {
                    HeldLabels seen = Markers.seen(batch.images(), i);
                    assertThat(row(batch.original().values(), i)).isEqualTo(seen);
                    shown.add(seen);
                    Counterpart counterpart = batch.counterpart();
                    boolean found = isKnown(counterpart, i);
                    known.add(found);
                    if (counterpart != null && found) {
                      assertThat(Markers.seen(counterpart.images(), i))
                          .isEqualTo(row(batch.target().values(), i));
                    }
                  }
                });
      }
      assertThat(Set.copyOf(shown)).hasSize((int) images.distinctLabels());
      assertThat(known).contains(true);
    }
  }

  private static HeldLabels row(NDArray values, int i) {
    List<Integer> held = new ArrayList<>();
    float[] row = values.get(i).toFloatArray();
    for (int label = 0; label < row.length; label++) {
      if (row[label] == 1) {
        held.add(label);
      }
    }
    return new HeldLabels(held);
  }

  private static boolean isKnown(@Nullable Counterpart counterpart, int i) {
    return counterpart != null && counterpart.known().get(i).getFloat() == 1;
  }

  @Test
  void bothSidesAreDrawnOfEveryImage() {
    try (NDManager manager = TorchRuntime.start().newBaseManager()) {
      ImageSet images = Markers.sides(1, SIZE);
      AugmentedPixels pixels = new AugmentedPixels(images, Augmentation.flipOnly(), 1);
      PixelMemory memory = new PixelMemory(1, SIZE);
      Set<HeldLabels> seen = new HashSet<>();
      for (int draw = 0; draw < 40; draw++) {
        pixels.write(new int[] {0}, BatchPart.whole(draw, 1), memory);
        NDArray x = memory.array(1, manager);
        assertThat(pixels.labels(new int[] {0}, draw).get(0)).isEqualTo(Markers.seen(x, 0));
        seen.add(Markers.seen(x, 0));
      }
      assertThat(seen).containsExactlyInAnyOrder(HeldLabels.of(0), HeldLabels.of(1));
    }
  }

  /** With labels that do not follow the mirror, half of them are wrong and no loss under ln 2. */
  @Test
  void criticLearnsSidesFromMirroredImages() {
    StarGanTrainingSpec warm =
        TINY.with(
            Json.of(
                """
                {"microBatches": 1,
                 "warmup": {"iterations": 80, "batchSize": 8, "learningRate": 0.005,
                            "augmentation": {"flip": true}}}
                """));
    try (StarGanTrainer trainer =
        StarGanTrainer.start(warm, Markers.sides(8, SIZE), Device.cpu())) {
      double loss = 1;
      while (trainer.iteration() < 80) {
        loss = trainer.step().losses().getOrDefault("critic/classification", 1.0);
      }
      assertThat(loss).isLessThan(0.1);
    }
  }

  @Test
  void classifierLearnsSidesFromMirroredImages() {
    ClassifierTrainingSpec spec =
        ClassifierTrainingSpec.small()
            .with(
                Json.of(
                    """
                    {"imageSize": 16, "batchSize": 8, "epochs": 30,
                     "network": {"width": 4, "stem": "small"},
                     "selection": {"keep": "last"},
                     "augmentation": {"flip": true}}
                    """));
    try (ClassifierTrainer trainer =
        ClassifierTrainer.start(spec, Markers.sides(8, SIZE), Device.cpu())) {
      double loss = 1;
      while (!trainer.finished()) {
        loss = trainer.step().losses().getOrDefault("classifier/loss", 1.0);
      }
      assertThat(loss).isLessThan(0.4);
    }
  }

  @Test
  void aSideWithoutItsOtherIsRefusedUnlessNothingIsMirrored() {
    LabelGroup group = LabelGroup.exclusive("pose", List.of("straight", "half-left"));
    ImageSet sides = Markers.sides(4, SIZE);
    List<LabelledImage> images = new ArrayList<>();
    for (int i = 0; i < sides.size(); i++) {
      images.add(sides.get(i));
    }
    ImageSet onesided = new ImageSet(SIZE, group, images);
    assertThatThrownBy(() -> StarGanTrainer.start(TINY, onesided, Device.cpu()))
        .hasMessageContaining("half-left")
        .hasMessageContaining("flip");
    StarGanTrainingSpec still = TINY.with(Json.of("{\"augmentation\": {\"flip\": false}}"));
    try (StarGanTrainer trainer = StarGanTrainer.start(still, onesided, Device.cpu())) {
      assertThat(trainer.step().iteration()).isEqualTo(1);
    }
  }
}
