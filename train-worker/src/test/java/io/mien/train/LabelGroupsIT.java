package io.mien.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.djl.Device;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.ClassifierTrained;
import io.mien.contracts.result.LabelSet;
import io.mien.contracts.result.StarGanTrained;
import io.mien.contracts.task.LearnedLabels;
import io.mien.contracts.task.TrainClassifier;
import io.mien.contracts.task.TrainStarGan;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionClassifier;
import io.mien.networks.inference.ExpressionGenerator;
import io.mien.networks.inference.KnownFace;
import io.mien.store.ObjectSet;
import io.mien.store.dataset.PreparedDataset;
import io.mien.store.minio.MinioObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelGroupsIT {

  private static final List<String> ATTRIBUTES =
      List.of("hair_colour=black", "hair_colour=blond", "glasses");

  @TempDir static Path folder;
  private static MinioObjectStore store;
  private static PrefixRef dataset;
  private static PrefixRef other;
  private static TrainHandler handler;

  @TempDir Path work;

  @BeforeAll
  static void open() throws IOException {
    store = TestStore.open();
    Map<Split, Integer> people = Map.of(Split.TRAIN, 8, Split.VALIDATION, 2, Split.TEST, 1);
    dataset = TinyDataset.publish(store, folder.resolve("a"), people);
    other = TinyDataset.publish(store, folder.resolve("b"), Map.of(Split.TRAIN, 4));
    handler = new TrainHandler(store, "cpu", 1);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void expressionsPosesAndAttributesOfTwoDatasetsAreLearnedJointly() throws Exception {
    StarGanTrained trained =
        train(
            new LearnedLabels(dataset, "expression", List.of()),
            new LearnedLabels(dataset, "pose", List.of()),
            new LearnedLabels(other, "attributes", ATTRIBUTES));

    assertThat(trained.summary().labels()).isEqualTo(TinyDataset.LABELS);
    assertThat(trained.summary().groups())
        .containsExactly(
            new LabelSet("expression", true, TinyDataset.LABELS),
            new LabelSet("pose", true, TinyDataset.POSES),
            new LabelSet("attributes", false, ATTRIBUTES));
    assertThat(trained.summary().iterations()).isEqualTo(9);
    RgbImage face = faces().get(0);
    try (ExpressionGenerator generator =
        ExpressionGenerator.load(download(trained.checkpoint()), Device.cpu())) {
      assertThat(generator.labelSpace().group(2).alternatives())
          .containsExactly(List.of("hair_colour=black", "hair_colour=blond"));
      List<byte[]> images = new ArrayList<>();
      for (String group : List.of("expression", "pose", "attributes")) {
        generator.all(group, KnownFace.of(face)).forEach(image -> images.add(image.rgb()));
      }
      assertThat(images).hasSize(9).doesNotHaveDuplicates();
    }
  }

  @Test
  void attributesAloneAreLearned() throws Exception {
    StarGanTrained trained = train(new LearnedLabels(dataset, "attributes", ATTRIBUTES));

    assertThat(trained.summary().labels()).isEqualTo(ATTRIBUTES);
    assertThat(trained.summary().groups())
        .containsExactly(new LabelSet("attributes", false, ATTRIBUTES));
  }

  @Test
  void aClassifierTellsPosesApart() throws Exception {
    TrainClassifier task = new TrainClassifier(dataset, TinyTraining.classifier(), null, "pose");

    ClassifierTrained trained = (ClassifierTrained) handler.handle(Attempt.of(task, store, work));

    assertThat(trained.summary().labels()).isEqualTo(TinyDataset.POSES);
    try (ExpressionClassifier judge =
        ExpressionClassifier.load(download(trained.checkpoint()), Device.cpu())) {
      assertThat(judge.labels().names()).isEqualTo(TinyDataset.POSES);
      assertThat(judge.labels().name()).isEqualTo("pose");
    }
  }

  @Test
  void attributesThatNoCropTellsAreRefused() {
    InvalidInput refusal =
        catchThrowableOfType(
            InvalidInput.class,
            () -> train(new LearnedLabels(dataset, "attributes", List.of("beard"))));

    assertThat(refusal.code()).isEqualTo("labels-missing");
    assertThat(refusal).hasMessageContaining("beard").hasMessageContaining("glasses");
  }

  private StarGanTrained train(LearnedLabels... labels) throws Exception {
    TrainStarGan task =
        new TrainStarGan(
            dataset,
            TinyTraining.starGan(Map.of("iterations", 9, "paired", Map.of("pixels", 0))),
            List.of(labels));
    return (StarGanTrained) handler.handle(Attempt.of(task, store, work));
  }

  private Path download(PrefixRef checkpoint) {
    Path target = work.resolve("downloaded");
    ObjectSet.download(store, checkpoint, target);
    return target;
  }

  private static List<RgbImage> faces() {
    List<RgbImage> faces = new ArrayList<>();
    PreparedDataset.open(store, dataset)
        .forEachCrop(Split.TEST, crop -> faces.add(Png.decode(crop.png())));
    return faces;
  }
}
