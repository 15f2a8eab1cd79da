package io.mien.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.ClassifierTrained;
import io.mien.contracts.result.LabelSet;
import io.mien.contracts.result.Verification;
import io.mien.contracts.task.TrainClassifier;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.NetworkKind;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionClassifier;
import io.mien.networks.inference.FaceLikeness;
import io.mien.store.ObjectSet;
import io.mien.store.dataset.PreparedDataset;
import io.mien.store.minio.MinioObjectStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleClassifierIT {

  private static final List<String> TWELVE =
      IntStream.rangeClosed(1, 12).mapToObj("person-%04d"::formatted).toList();

  private static MinioObjectStore store;

  @TempDir Path folder;
  @TempDir Path work;

  @BeforeAll
  static void open() {
    store = TestStore.open();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void peopleOfTheTrainingPartAreLearnedAndOthersVerified() throws Exception {
    PrefixRef dataset;
    try (PaintedPeople people = new PaintedPeople(folder)) {
      dataset =
          people
              .with(Split.TRAIN, "zoe", 12, 5)
              .with(Split.TRAIN, "once", 3, 1)
              .with(Split.VALIDATION, "unseen", 12, 3)
              .with(Split.VALIDATION, "alone", 1, 1)
              .publish(store);
    }

    ClassifierTrained trained = train(dataset, 6);

    assertThat(trained.summary().groups()).containsExactly(new LabelSet("subject", true, TWELVE));
    assertThat(trained.measures().accuracy().total()).isEqualTo(12);
    assertThat(trained.validationAccuracy()).isGreaterThan(0.3); // guessing gives 0.08
    assertThat(trained.measures().labels()).isEmpty();
    assertThat(trained.measures().confusion()).isEmpty();
    assertThat(trained.measures().recall()).isEmpty();
    Verification verified = trained.measures().verification();
    assertThat(verified.people()).isEqualTo(12);
    assertThat(verified.pictures()).isEqualTo(36);
    assertThat(verified.samePairs()).isEqualTo(12 * 3);
    assertThat(verified.differentPairs()).isEqualTo(36 * 35 / 2 - 36);
    assertThat(verified.areaUnderCurve().value()).isGreaterThan(0.65); // guessing gives 0.5
    assertThat(verified.areaUnderCurve().low()).isLessThan(verified.areaUnderCurve().value());
    assertCheckpointTellsTheSame(trained, dataset);
  }

  /** Compares the people once more, by the checkpoint alone. */
  private void assertCheckpointTellsTheSame(ClassifierTrained trained, PrefixRef dataset)
      throws IOException {
    Path checkpoint = work.resolve("downloaded");
    ObjectSet.download(store, trained.checkpoint(), checkpoint);
    Verification verified = trained.measures().verification();
    Map<String, Double> noted =
        CheckpointDirectory.open(checkpoint, NetworkKind.CLASSIFIER).manifest().notes().measures();
    assertThat(noted)
        .containsEntry("validationAccuracy", trained.validationAccuracy())
        .containsEntry("verificationThreshold", verified.acceptance().threshold())
        .containsEntry("verificationAreaUnderCurve", verified.areaUnderCurve().value());
    try (ExpressionClassifier network = ExpressionClassifier.load(checkpoint, Device.cpu())) {
      assertThat(network.labels().names()).isEqualTo(TWELVE);
      assertThat(accepted(network, dataset, noted.get("verificationThreshold")))
          .isCloseTo(verified.acceptance().trueAcceptRate().value(), within(1.0 / 36 + 1e-9));
    }
    try (Stream<Path> files = Files.walk(checkpoint).filter(Files::isRegularFile)) {
      assertThat(files.toList())
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                      .doesNotContain("zoe", "once", "unseen"));
    }
  }

  /** Share of the pairs of one person that are as alike as the threshold. */
  private static double accepted(
      ExpressionClassifier network, PrefixRef dataset, double threshold) {
    List<RgbImage> faces = new ArrayList<>();
    List<String> people = new ArrayList<>();
    PreparedDataset.open(store, dataset)
        .forEachCrop(
            Split.VALIDATION,
            crop -> {
              faces.add(Png.decode(crop.png()));
              people.add(crop.record().subject());
            });
    float[][] logits = network.logits(faces);
    int pairs = 0;
    int accepted = 0;
    for (int one = 0; one < faces.size(); one++) {
      for (int other = one + 1; other < faces.size(); other++) {
        if (people.get(one).equals(people.get(other))) {
          pairs++;
          accepted += FaceLikeness.of(logits[one], logits[other]) >= threshold ? 1 : 0;
        }
      }
    }
    return (double) accepted / pairs;
  }

  @Test
  void nothingIsSaidOfOthersWhenTheValidationPartHasTooFew() throws Exception {
    PrefixRef dataset;
    try (PaintedPeople people = new PaintedPeople(folder)) {
      dataset =
          people
              .with(Split.TRAIN, "zoe", 4, 4)
              .with(Split.VALIDATION, "zoe", 4, 2) // whom the training part has, too
              .with(Split.VALIDATION, "unseen", 9, 2)
              .publish(store);
    }

    ClassifierTrained trained = train(dataset, 1);

    assertThat(trained.measures().verification()).isNull();
    assertThat(trained.measures().accuracy().total()).isEqualTo(4);
  }

  @Test
  void datasetThatTellsNobodyIsRefused() throws Exception {
    PrefixRef dataset;
    try (PaintedPeople people = new PaintedPeople(folder)) {
      dataset = people.with(Split.TRAIN, "a", 1, 3).with(Split.TRAIN, "b", 20, 1).publish(store);
    }

    InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () -> train(dataset, 1));

    assertThat(refusal.code()).isEqualTo("labels-missing");
    assertThat(refusal)
        .hasMessageContaining("of the 21 in its training part 1 have two pictures or more")
        .hasMessageContaining("'subject'");
  }

  private ClassifierTrained train(PrefixRef dataset, int epochs) throws Exception {
    TrainClassifier task =
        new TrainClassifier(
            dataset,
            TinyTraining.classifier(Map.of("epochs", epochs, "batchSize", 12)),
            null,
            "subject");
    return (ClassifierTrained)
        new TrainHandler(store, "cpu", 1).handle(Attempt.of(task, store, work));
  }
}
