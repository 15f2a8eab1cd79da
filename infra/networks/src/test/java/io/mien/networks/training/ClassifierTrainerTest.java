package io.mien.networks.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mien.networks.calibration.Calibration;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.CheckpointManifest;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.checkpoint.NetworkKind;
import io.mien.networks.checkpoint.Safetensors;
import io.mien.networks.image.ImageSet;
import io.mien.networks.image.LabelledImage;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionClassifier;
import io.mien.networks.optimizer.Schedule;
import io.mien.networks.optimizer.ScheduleKind;
import io.mien.networks.resnet.ResNetSpec;
import io.mien.networks.resnet.Stem;
import io.mien.networks.training.ClassifierOptimizer.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierTrainerTest {
  private static final ImageSet FACES = Faces.set(24, 16, 1);
  private static final ImageSet OTHERS = Faces.set(12, 16, 2);

  @TempDir Path folder;

  @Test
  void learnsAndItsCheckpointGivesTheSameProbabilities() {
    // Given
    List<RgbImage> pictures = List.of(OTHERS.get(0).image(), OTHERS.get(1).image());
    ClassifierData data = ClassifierData.of(Faces.set(48, 16, 1)).validatedOn(OTHERS);
    ClassifierTrainingSpec spec = spec(Kind.ADAMW, ModelSelection.best());
    Calibration calibration;
    try (ClassifierTrainer trainer = ClassifierTrainer.start(spec, data, Device.cpu())) {
      int before = trainer.liveArrays();
      // When
      runToEnd(trainer);
      ClassifierAssessment assessment = trainer.assess();
      calibration = assessment.calibration();
      trainer.save(folder, CheckpointNotes.none());
      // Then
      assertThat(assessment.kept().accuracy()).isGreaterThan(0.9);
      assertThat(assessment.confusion().get(1).get(1)).isGreaterThan(2);
      assertThat(trainer.liveArrays()).isEqualTo(before);
    }
    try (ExpressionClassifier classifier = ExpressionClassifier.load(folder, Device.cpu())) {
      float[][] probabilities = classifier.probabilities(pictures);
      assertThat(ExpressionClassifier.best(probabilities[0])).isZero();
      assertThat(ExpressionClassifier.best(probabilities[1])).isEqualTo(1);
      assertThat(classifier.labels()).isEqualTo(Faces.LABELS);
      assertThat(classifier.temperature()).isEqualTo(calibration.temperature());
      float[] logits = classifier.logits(pictures)[0];
      double odds = (logits[0] - logits[1]) / calibration.temperature();
      assertThat(Math.log((double) probabilities[0][0] / probabilities[0][1]))
          .isCloseTo(odds, within(1e-3));
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void resumedTrainingContinuesToTheLastBit(Kind kind) {
    ClassifierTrainingSpec spec = spec(kind, ModelSelection.last());

    assertResumes(spec, ClassifierData.of(FACES), 5);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 6, 22, 23})
  void resumedTrainingWithEveryOptionContinuesToTheLastBit(int interruptedAfter) {
    ModelSelection selection = new ModelSelection(ModelSelection.Keep.BEST, 4, 2);
    ClassifierData data = ClassifierData.of(FACES).validatedOn(OTHERS);

    assertResumes(spec(Kind.ADAMW, selection), data, interruptedAfter);
  }

  @Test
  void bestOfSeveralSeedsIsTheCheckpoint() {
    // Given
    ModelSelection selection = new ModelSelection(ModelSelection.Keep.BEST, 0, 3);
    ClassifierData data = ClassifierData.of(FACES).validatedOn(OTHERS);
    try (ClassifierTrainer trainer =
        ClassifierTrainer.start(spec(Kind.SGD, selection), data, Device.cpu())) {
      // When
      List<Map<String, Double>> steps = runToEnd(trainer);
      ClassifierAssessment assessment = trainer.assess();
      // Then
      assertThat(assessment.seeds()).extracting(EpochScore::seed).containsExactly(3L, 4L, 5L);
      int best = assessment.seeds().stream().mapToInt(EpochScore::hits).max().orElseThrow();
      assertThat(assessment.kept().hits()).isEqualTo(best);
      int right = 0;
      for (int label = 0; label < 3; label++) {
        right += assessment.confusion().get(label).get(label);
      }
      assertThat(right).isEqualTo(best);
      assertThat(steps).hasSize(3 * 6 * 3);
      assertThat(steps)
          .filteredOn(step -> step.containsKey("classifier/validationAccuracy"))
          .hasSize(3 * 6);
    }
  }

  @Test
  void patienceEndsATrainingThatGetsNoBetter() {
    // Given pictures whose labels say nothing of validation
    ModelSelection selection = new ModelSelection(ModelSelection.Keep.BEST, 1, 1);
    ClassifierData data = ClassifierData.of(FACES).validatedOn(mislabelled());
    try (ClassifierTrainer trainer =
        ClassifierTrainer.start(spec(Kind.ADAMW, selection), data, Device.cpu())) {
      // When
      List<Map<String, Double>> steps = runToEnd(trainer);
      // Then
      assertThat(steps.size()).isLessThan(6 * 3);
      assertThat(trainer.iteration()).isEqualTo(trainer.iterations());
      assertThat(trainer.assess().kept().epoch()).isEqualTo(steps.size() / 3 - 1);
    }
  }

  @Test
  void startsFromPretrainedWeights() throws IOException {
    // Given
    ClassifierTrainingSpec spec = spec(Kind.ADAMW, ModelSelection.best());
    ClassifierData data = ClassifierData.of(FACES).validatedOn(OTHERS);
    double trained;
    try (ClassifierTrainer trainer = ClassifierTrainer.start(spec, data, Device.cpu())) {
      runToEnd(trainer);
      trained = trainer.assess().kept().loss();
      trainer.save(folder, CheckpointNotes.none());
    }
    ClassifierData further =
        data.startingFrom(Safetensors.read(folder.resolve(ExpressionClassifier.FILE)));
    // When
    try (ClassifierTrainer trainer = ClassifierTrainer.start(spec, further, Device.cpu())) {
      Map<String, Double> epoch = Map.of();
      for (int i = 0; i < 3; i++) {
        epoch = trainer.step().losses();
      }
      // Then
      assertThat(epoch.get("classifier/validationLoss")).isLessThan(trained + 0.3);
    }
  }

  @Test
  void refusesWhatCannotWorkBeforeTheFirstStep() {
    ClassifierTrainingSpec spec = spec(Kind.ADAMW, ModelSelection.best());

    assertRefused(spec, ClassifierData.of(FACES), "needs validation images");
    assertRefused(
        spec, ClassifierData.of(Faces.set(7, 16, 1)).validatedOn(OTHERS), "use a smaller batch");
    assertRefused(
        spec, ClassifierData.of(Faces.set(24, 32, 1)).validatedOn(OTHERS), "imageSize to 32");
    assertRefused(spec, ClassifierData.of(neutralOnly()).validatedOn(OTHERS), "the same label");
    assertThatThrownBy(() -> new ModelSelection(ModelSelection.Keep.LAST, 3, 1))
        .hasMessageContaining("keep to 'best'");
    assertThatThrownBy(() -> spec.with(json("{\"network\":{\"depth\":20}}")))
        .hasMessageContaining("Depth must be 18, 34 or 50");
    assertThatThrownBy(() -> spec.with(json("{\"network\":{\"stem\":\"imagenet\"}}")))
        .hasMessageContaining("needs 32 or more");
    ClassifierTrainingSpec weighted =
        spec.with(json("{\"classWeights\":{\"kind\":\"explicit\",\"values\":{\"smug\":2}}}"));
    assertRefused(weighted, ClassifierData.of(FACES).validatedOn(OTHERS), "Unknown label 'smug'");
  }

  private static void assertRefused(
      ClassifierTrainingSpec spec, ClassifierData data, String message) {
    assertThatThrownBy(() -> ClassifierTrainer.start(spec, data, Device.cpu()).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private void assertResumes(ClassifierTrainingSpec spec, ClassifierData data, int steps) {
    List<Map<String, Double>> straight;
    List<Map<String, Double>> interrupted = new ArrayList<>();
    Path straightEnd = folder.resolve("straight");
    Path end = folder.resolve("end");
    try (ClassifierTrainer trainer = ClassifierTrainer.start(spec, data, Device.cpu())) {
      straight = runToEnd(trainer);
      trainer.save(straightEnd, CheckpointNotes.none());
    }
    // When
    try (ClassifierTrainer trainer = ClassifierTrainer.start(spec, data, Device.cpu())) {
      for (int i = 0; i < steps; i++) {
        interrupted.add(trainer.step().losses());
      }
      trainer.save(folder, CheckpointNotes.none());
    }
    try (ClassifierTrainer trainer = ClassifierTrainer.resume(folder, data, Device.cpu())) {
      interrupted.addAll(runToEnd(trainer));
      trainer.save(end, CheckpointNotes.none());
    }
    // Then
    assertThat(interrupted).isEqualTo(straight);
    assertThat(manifest(end)).isEqualTo(manifest(straightEnd));
  }

  /** Holds the hashes of the weights, and every score. */
  private static CheckpointManifest manifest(Path checkpoint) {
    return CheckpointDirectory.open(checkpoint, NetworkKind.CLASSIFIER).manifest();
  }

  private static List<Map<String, Double>> runToEnd(ClassifierTrainer trainer) {
    List<Map<String, Double>> steps = new ArrayList<>();
    while (!trainer.finished()) {
      steps.add(trainer.step().losses());
    }
    return steps;
  }

  private static ImageSet mislabelled() {
    List<LabelledImage> images = new ArrayList<>();
    for (int i = 0; i < OTHERS.size(); i++) {
      images.add(new LabelledImage(OTHERS.get(i).image(), (OTHERS.get(i).label() + 1) % 3));
    }
    return new ImageSet(16, Faces.LABELS, images);
  }

  private static ImageSet neutralOnly() {
    RgbImage neutral = FACES.get(0).image();
    return new ImageSet(16, Faces.LABELS, Collections.nCopies(8, new LabelledImage(neutral, 0)));
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static ClassifierTrainingSpec spec(Kind kind, ModelSelection selection) {
    return new ClassifierTrainingSpec(
        16,
        8,
        6,
        ResNetSpec.resNet18(4, Stem.SMALL),
        new ClassifierOptimizer(kind, 5e-3, 0.9, 0.01),
        new Schedule(ScheduleKind.COSINE, 0, 0.1),
        0.05,
        new Augmentation(true, 1, 0.1, 0.1, new Warp(10, 0.1), new Erasing(0.3, 0.2)),
        3,
        new ClassWeights(ClassWeights.Kind.INVERSE_FREQUENCY, Map.of()),
        selection);
  }
}
