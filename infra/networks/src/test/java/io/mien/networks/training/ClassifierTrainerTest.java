package io.mien.networks.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.image.ImageSet;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionClassifier;
import io.mien.networks.optimizer.Schedule;
import io.mien.networks.optimizer.ScheduleKind;
import io.mien.networks.resnet.ResNetSpec;
import io.mien.networks.resnet.Stem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClassifierTrainerTest {
  @TempDir Path folder;

  @Test
  void learnsAndItsCheckpointGivesTheSameProbabilities() {
    // Given
    ImageSet test = Faces.set(12, 16, 2);
    List<RgbImage> pictures = List.of(test.get(0).image(), test.get(1).image());
    try (ClassifierTrainer trainer =
        ClassifierTrainer.start(
            spec(ClassifierOptimizer.Kind.ADAMW), Faces.set(48, 16, 1), Device.cpu())) {
      int before = trainer.liveArrays();
      // When
      while (!trainer.finished()) {
        trainer.step();
      }
      double accuracy = trainer.accuracy(test);
      trainer.save(folder, CheckpointNotes.none());
      // Then
      assertThat(accuracy).isGreaterThan(0.9);
      assertThat(trainer.liveArrays()).isEqualTo(before);
    }
    try (ExpressionClassifier classifier = ExpressionClassifier.load(folder, Device.cpu())) {
      float[][] probabilities = classifier.probabilities(pictures);
      assertThat(ExpressionClassifier.best(probabilities[0])).isZero();
      assertThat(ExpressionClassifier.best(probabilities[1])).isEqualTo(1);
      assertThat(classifier.labels()).isEqualTo(Faces.LABELS);
    }
  }

  @ParameterizedTest
  @EnumSource(ClassifierOptimizer.Kind.class)
  void resumedTrainingContinuesToTheLastBit(ClassifierOptimizer.Kind kind) {
    // Given
    ImageSet faces = Faces.set(24, 16, 1);
    List<Double> straight = new ArrayList<>();
    List<Double> interrupted = new ArrayList<>();
    try (ClassifierTrainer trainer = ClassifierTrainer.start(spec(kind), faces, Device.cpu())) {
      while (!trainer.finished()) {
        straight.add(trainer.step().losses().get("classifier/loss"));
      }
    }
    // When
    try (ClassifierTrainer trainer = ClassifierTrainer.start(spec(kind), faces, Device.cpu())) {
      for (int i = 0; i < 5; i++) {
        interrupted.add(trainer.step().losses().get("classifier/loss"));
      }
      trainer.save(folder, CheckpointNotes.none());
    }
    try (ClassifierTrainer trainer = ClassifierTrainer.resume(folder, faces, Device.cpu())) {
      while (!trainer.finished()) {
        interrupted.add(trainer.step().losses().get("classifier/loss"));
      }
    }
    // Then
    assertThat(interrupted).isEqualTo(straight);
  }

  private static ClassifierTrainingSpec spec(ClassifierOptimizer.Kind kind) {
    return new ClassifierTrainingSpec(
        16,
        8,
        6,
        ResNetSpec.resNet18(4, Stem.SMALL),
        new ClassifierOptimizer(kind, 5e-3, 0.9, 0.01),
        new Schedule(ScheduleKind.COSINE, 0, 0.1),
        0.05,
        new Augmentation(true, 1, 0.1, 0.1),
        3);
  }
}
