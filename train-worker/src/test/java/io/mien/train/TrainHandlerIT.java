package io.mien.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitLeak;
import io.mien.contracts.dataset.SplitUnit;
import io.mien.contracts.event.Measure;
import io.mien.contracts.failure.Cancelled;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.BestCheckpoint;
import io.mien.contracts.result.ClassifierMeasures;
import io.mien.contracts.result.ClassifierTrained;
import io.mien.contracts.result.Rate;
import io.mien.contracts.result.StarGanTrained;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.KeepBest;
import io.mien.contracts.task.KeepBest.Goal;
import io.mien.contracts.task.TaskSpec;
import io.mien.contracts.task.TrainClassifier;
import io.mien.contracts.task.TrainStarGan;
import io.mien.contracts.task.TrainingRequest;
import io.mien.contracts.terms.Minors;
import io.mien.contracts.terms.UsageTerms;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionClassifier;
import io.mien.networks.inference.ExpressionGenerator;
import io.mien.store.ObjectSet;
import io.mien.store.curve.CurveFile;
import io.mien.store.dataset.PreparedDataset;
import io.mien.store.json.WireJson;
import io.mien.store.minio.MinioObjectStore;
import io.mien.testkit.PixelBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainHandlerIT {

  @TempDir static Path folder;
  private static MinioObjectStore store;
  private static PrefixRef dataset;
  private static TrainHandler handler;

  @TempDir Path work;

  @BeforeAll
  static void open() throws IOException {
    store = TestStore.open();
    dataset =
        TinyDataset.publish(
            store, folder, Map.of(Split.TRAIN, 8, Split.VALIDATION, 2, Split.TEST, 1));
    handler = new TrainHandler(store, "cpu", 1);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void aClassifierEndsWithACheckpointThatLoads() throws Exception {
    Attempt attempt =
        Attempt.of(new TrainClassifier(dataset, TinyTraining.classifier()), store, work);

    ClassifierTrained result = (ClassifierTrained) handler.handle(attempt);

    assertThat(result.summary().network()).isEqualTo("resnet18");
    assertThat(result.summary().labels()).isEqualTo(TinyDataset.LABELS);
    assertThat(result.summary().iterations()).isEqualTo(9);
    assertThat(result.checkpoint().prefix()).isEqualTo(attempt.prefix() + "checkpoint/");
    assertThat(attempt.states()).containsOnlyKeys(4L, 8L);
    assertThat(attempt.losses())
        .filteredOn(point -> point.name().equals("classifier/validationAccuracy"))
        .hasSize(3)
        .extracting(Measure::value)
        .contains(result.validationAccuracy())
        .allMatch(accuracy -> accuracy <= result.validationAccuracy());
    assertMeasures(Objects.requireNonNull(result.measures()));
    List<RgbImage> faces = faces(Split.VALIDATION);
    try (ExpressionClassifier judge =
        ExpressionClassifier.load(download(result.checkpoint()), Device.cpu())) {
      float[][] probabilities = judge.probabilities(faces);
      long right = 0;
      for (int i = 0; i < faces.size(); i++) {
        // Every person has one crop of each label, in the labels' order
        right += ExpressionClassifier.best(probabilities[i]) == i % 3 ? 1 : 0;
      }
      assertThat((double) right / faces.size()).isEqualTo(result.validationAccuracy());
    }
  }

  private static void assertMeasures(ClassifierMeasures measures) {
    assertThat(measures.labels()).isEqualTo(TinyDataset.LABELS);
    assertThat(measures.accuracy().total()).isEqualTo(6);
    assertThat(measures.recall().values()).allMatch(recall -> recall.total() == 2);
    assertThat(measures.seeds()).hasSize(1);
    assertThat(measures.spread().mean()).isEqualTo(measures.accuracy().value());
    assertThat(measures.calibration().images()).isEqualTo(6);
    assertThat(measures.leak()).isNull();
  }

  @Test
  void aLeakingSplitMarksTheClassifierAndItsCheckpoint(@TempDir Path other) throws Exception {
    PrefixRef leaking =
        TinyDataset.publish(
            store,
            other,
            Map.of(Split.TRAIN, 3, Split.VALIDATION, 2, Split.TEST, 1),
            SplitUnit.IMAGE);
    TrainClassifier task =
        new TrainClassifier(leaking, TinyTraining.classifier(Map.of("epochs", 1)));

    ClassifierTrained result = (ClassifierTrained) handler.handle(Attempt.of(task, store, work));

    SplitLeak leak = new SplitLeak(Rate.of(0, 3), Rate.of(0, 6));
    assertThat(Objects.requireNonNull(result.measures()).leak()).isEqualTo(leak);
    JsonNode checkpoint = WireJson.MAPPER.readTree(store.read(result.checkpoint().manifest()));
    assertThat(checkpoint.at("/notes/leak")).isEqualTo(WireJson.MAPPER.valueToTree(leak));
  }

  @Test
  void aCheckpointIsUnderTheTermsOfItsData() throws Exception {
    TrainClassifier task =
        new TrainClassifier(dataset, TinyTraining.classifier(Map.of("epochs", 1)));

    ClassifierTrained result = (ClassifierTrained) handler.handle(Attempt.of(task, store, work));

    assertThat(result.summary().terms()).isEqualTo(TinyDataset.TERMS);
    JsonNode notes =
        WireJson.MAPPER.readTree(store.read(result.checkpoint().manifest())).get("notes");
    assertThat(notes.get("licence").asText()).isEqualTo("CC-BY-NC-4.0");
    assertThat(WireJson.MAPPER.treeToValue(notes.get("terms"), UsageTerms.class))
        .isEqualTo(TinyDataset.TERMS);
  }

  @Test
  void weightsThatATrainingStartsFromBringTheirTerms(@TempDir Path other) throws Exception {
    UsageTerms imported = UsageTerms.stated("weights of others", null, Minors.PRESENT, null);
    ClassifierTrained first =
        (ClassifierTrained)
            handler.handle(
                Attempt.of(
                    new TrainClassifier(dataset, TinyTraining.classifier(Map.of("epochs", 1))),
                    store,
                    other));
    ObjectNode manifest =
        (ObjectNode) WireJson.MAPPER.readTree(store.read(first.checkpoint().manifest()));
    ((ObjectNode) manifest.get("notes")).set("terms", WireJson.MAPPER.valueToTree(imported));
    ObjectRef weights = TinyTraining.weights(store, first.checkpoint());
    store.put(
        weights.bucket(),
        weights.key().substring(0, weights.key().lastIndexOf('/') + 1) + "checkpoint.json",
        WireJson.MAPPER.writeValueAsBytes(manifest),
        "application/json");
    TrainClassifier task =
        new TrainClassifier(dataset, TinyTraining.classifier(Map.of("epochs", 1)), weights);

    ClassifierTrained result = (ClassifierTrained) handler.handle(Attempt.of(task, store, work));

    assertThat(result.summary().terms()).isEqualTo(TinyDataset.TERMS.and(imported));
  }

  @Test
  void aClassifierStartsFromTheWeightsOfAnother() throws Exception {
    // Given
    Attempt first =
        Attempt.of(new TrainClassifier(dataset, TinyTraining.classifier()), store, work);
    ClassifierTrained trained = (ClassifierTrained) handler.handle(first);
    ObjectRef pretrained = TinyTraining.weights(store, trained.checkpoint());
    TrainingRequest request = TinyTraining.classifier(Map.of("epochs", 1));
    // When
    Attempt fresh = Attempt.of(new TrainClassifier(dataset, request), store, work);
    Attempt further = Attempt.of(new TrainClassifier(dataset, request, pretrained), store, work);
    handler.handle(fresh);
    handler.handle(further);
    // Then
    assertThat(firstLoss(further)).isLessThan(firstLoss(fresh));
  }

  private static double firstLoss(Attempt attempt) {
    return attempt.losses().stream()
        .filter(point -> point.name().equals("classifier/loss"))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void aStarGanEndsWithACheckpointThatDrawsItsLastSample() throws Exception {
    TrainStarGan task =
        new TrainStarGan(dataset, TinyTraining.starGan(Map.of("iterations", 6, "averageDecay", 0)));
    Attempt attempt = Attempt.of(task, store, work);

    StarGanTrained result = (StarGanTrained) handler.handle(attempt);

    assertThat(result.summary().network()).isEqualTo("stargan");
    assertThat(result.summary().iterations()).isEqualTo(6);
    assertThat(attempt.states()).containsOnlyKeys(4L);
    assertThat(attempt.samples()).containsOnlyKeys(3L, 6L);
    byte[] sample = store.read(attempt.samples().get(6L));
    List<RgbImage> faces = faces(Split.TRAIN);
    List<RgbImage> shown = new ArrayList<>();
    for (int row = 0; row < 6; row++) {
      shown.add(faces.get(row * faces.size() / 6));
    }
    try (ExpressionGenerator generator =
        ExpressionGenerator.load(download(result.checkpoint()), Device.cpu())) {
      assertThat(generator.labels().names()).isEqualTo(TinyDataset.LABELS);
      byte[] drawn = generator.grid(shown).rgb();
      assertThat(PixelBytes.greatestDifference(drawn, Png.decode(sample).rgb()))
          .isLessThanOrEqualTo(1);
    }
  }

  @Test
  void onlyTheNewestTrainingStatesAreKept() throws Exception {
    TrainingRequest often = TinyTraining.starGan(Map.of("iterations", 13));
    TrainStarGan task = new TrainStarGan(dataset, new TrainingRequest(often.changes(), 0, 3, 2));
    Attempt attempt = Attempt.of(task, store, work);

    handler.handle(attempt);

    assertThat(attempt.states()).containsOnlyKeys(3L, 6L, 9L, 12L);
    for (long gone : List.of(3L, 6L)) {
      PrefixRef state = attempt.states().get(gone);
      assertThat(store.size(Bucket.MODELS, state.manifest().key())).isEmpty();
      assertThat(store.size(Bucket.MODELS, state.prefix() + CurveFile.NAME)).isEmpty();
    }
    for (long kept : List.of(9L, 12L)) {
      PrefixRef state = attempt.states().get(kept);
      assertThat(store.size(Bucket.MODELS, state.manifest().key())).isPresent();
    }
  }

  @Test
  void theBestStateIsKeptBesideTheNewest() throws Exception {
    TrainStarGan task = keepingBest(new KeepBest("generator/pairs", Goal.LOWEST, 1, 2));
    Attempt attempt = Attempt.of(task, store, work);

    StarGanTrained result = (StarGanTrained) handler.handle(attempt);

    List<Measure> pairs = attempt.curve("generator/pairs");
    BestCheckpoint best = Objects.requireNonNull(result.best());
    assertThat(best.value()).isEqualTo(lowestMeanOfTwo(pairs));
    assertThat(best.checkpoint().prefix())
        .isEqualTo(attempt.prefix() + "best/" + best.iteration() + "/");
    JsonNode manifest = WireJson.MAPPER.readTree(store.read(best.checkpoint().manifest()));
    assertThat(manifest.at("/progress/iteration").asLong()).isEqualTo(best.iteration());
    assertThat(manifest.at("/notes/measures/generator~1pairs").asDouble()).isEqualTo(best.value());
    for (long iteration = 1; iteration <= 14; iteration++) {
      String key = attempt.prefix() + "best/" + iteration + "/checkpoint.json";
      assertThat(store.size(Bucket.MODELS, key).isPresent())
          .isEqualTo(iteration == best.iteration());
    }
    try (ExpressionGenerator generator =
        ExpressionGenerator.load(download(best.checkpoint()), Device.cpu())) {
      assertThat(generator.labels().names()).isEqualTo(TinyDataset.LABELS);
    }
  }

  private static TrainStarGan keepingBest(KeepBest best) {
    TrainingRequest tiny = TinyTraining.starGan(Map.of("iterations", 14));
    return new TrainStarGan(dataset, new TrainingRequest(tiny.changes(), 0, 4, 2, best));
  }

  private static double lowestMeanOfTwo(List<Measure> points) {
    double lowest = Double.MAX_VALUE;
    for (int i = 1; i < points.size(); i++) {
      lowest = Math.min(lowest, (points.get(i - 1).value() + points.get(i).value()) / 2);
    }
    return lowest;
  }

  @Test
  void theBestStateOutlivesTheAttemptThatFoundIt() throws Exception {
    // Given a measure whose best is an early one, and an attempt that was stopped after it
    TrainStarGan task = keepingBest(new KeepBest("learningRate/generator", Goal.HIGHEST, 2, 1));
    Attempt stopped = Attempt.of(task, store, work).stoppingAfter(6);
    assertThatThrownBy(() -> handler.handle(stopped)).isInstanceOf(Cancelled.class);
    // When
    Attempt resumed = Attempt.resuming(stopped.states().get(4L), task, store, work);
    StarGanTrained result = (StarGanTrained) handler.handle(resumed);
    // Then
    BestCheckpoint best = Objects.requireNonNull(result.best());
    assertThat(best.iteration()).isEqualTo(2);
    assertThat(best.checkpoint().prefix()).isEqualTo(resumed.prefix() + "best/2/");
    assertThat(store.read(best.checkpoint().manifest())).isNotEmpty();
  }

  @Test
  void aBestStateThatWasBeatenStaysWhileATrainingStateNamesIt() throws Exception {
    // Given a measure that gets better and better
    TrainingRequest sinking =
        TinyTraining.starGan(
            Map.of("iterations", 14, "schedule", Map.of("kind", "linear", "flatShare", 0)));
    KeepBest lowest = new KeepBest("learningRate/generator", Goal.LOWEST, 2, 1);
    TrainStarGan task =
        new TrainStarGan(dataset, new TrainingRequest(sinking.changes(), 0, 4, 2, lowest));
    Attempt stopped = Attempt.of(task, store, work).stoppingAfter(6);
    assertThatThrownBy(() -> handler.handle(stopped)).isInstanceOf(Cancelled.class);
    // Then
    assertThat(bestStates(stopped)).containsExactly(4L, 6L);
    // When
    Attempt resumed = Attempt.resuming(stopped.states().get(4L), task, store, work);
    StarGanTrained result = (StarGanTrained) handler.handle(resumed);
    // Then
    assertThat(Objects.requireNonNull(result.best()).iteration()).isEqualTo(14);
    assertThat(bestStates(resumed)).containsExactly(14L);
  }

  private static List<Long> bestStates(Attempt attempt) {
    return LongStream.rangeClosed(1, 14)
        .filter(
            iteration ->
                store
                    .size(
                        Bucket.MODELS, attempt.prefix() + "best/" + iteration + "/checkpoint.json")
                    .isPresent())
        .boxed()
        .toList();
  }

  @Test
  void aBestStateThatIsGoneStillHasToBeBeaten() throws Exception {
    // Given a measure that stays as it is
    TrainStarGan task = keepingBest(new KeepBest("learningRate/generator", Goal.HIGHEST, 2, 1));
    Attempt stopped = Attempt.of(task, store, work).stoppingAfter(6);
    assertThatThrownBy(() -> handler.handle(stopped)).isInstanceOf(Cancelled.class);
    assertThat(bestStates(stopped)).containsExactly(2L);
    store.delete(Bucket.MODELS, stopped.prefix() + "best/2/checkpoint.json");
    // When
    Attempt resumed = Attempt.resuming(stopped.states().get(4L), task, store, work);
    StarGanTrained result = (StarGanTrained) handler.handle(resumed);
    // Then
    assertThat(result.best()).isNull();
    assertThat(bestStates(resumed)).isEmpty();
  }

  @Test
  void theCourseOfATrainingIsWrittenForTensorBoard() throws Exception {
    Attempt attempt = Attempt.of(new TrainStarGan(dataset, TinyTraining.starGan()), store, work);

    handler.handle(attempt);

    Path folder = attempt.workDirectory().resolve("tensorboard");
    try (Stream<Path> files = Files.list(folder)) {
      Path file = files.toList().get(0);
      String key = attempt.prefix() + "tensorboard/" + file.getFileName();
      try (InputStream stored = store.open(Bucket.MODELS, key)) {
        assertThat(new String(stored.readAllBytes(), StandardCharsets.ISO_8859_1))
            .contains(
                "brain.Event:2",
                "critic/total",
                "spread/generator",
                "memory/resident",
                "samples",
                "PNG");
      }
    }
  }

  @Test
  void memoryIsACurveOfEveryTraining() throws Exception {
    Attempt starGan = Attempt.of(new TrainStarGan(dataset, TinyTraining.starGan()), store, work);
    Attempt classifier =
        Attempt.of(new TrainClassifier(dataset, TinyTraining.classifier()), store, work);

    handler.handle(starGan);
    handler.handle(classifier);

    for (Attempt attempt : List.of(starGan, classifier)) {
      assertThat(attempt.curve("memory/resident"))
          .hasSizeGreaterThanOrEqualTo(8)
          .allMatch(point -> point.value() > 50 && point.value() < 20_000);
      assertThat(attempt.curve("arrays/alive").stream().map(Measure::value).distinct())
          .singleElement()
          .matches(arrays -> arrays > 10);
    }
    assertThat(starGan.curve("memory/device")).as("of a processor").isEmpty();
  }

  @Test
  void aStoppedClassifierGoesOnAsIfItHadNotStopped() throws Exception {
    goesOnAsIfItHadNotStopped(new TrainClassifier(dataset, TinyTraining.classifier()));
  }

  @Test
  void aStoppedStarGanGoesOnAsIfItHadNotStopped() throws Exception {
    goesOnAsIfItHadNotStopped(new TrainStarGan(dataset, TinyTraining.starGan()));
  }

  @Test
  void aTrainingThatIsAskedToMakeRoomLosesNoStep() throws Exception {
    TaskSpec task = new TrainStarGan(dataset, TinyTraining.starGan());
    PrefixRef wanted = checkpoint(handler.handle(Attempt.of(task, store, work)));

    Attempt yielded = Attempt.of(task, store, work).yieldingAfter(6);
    assertThatThrownBy(() -> handler.handle(yielded)).isInstanceOf(Cancelled.class);

    assertThat(yielded.states()).containsOnlyKeys(4L, 6L);
    Attempt resumed = Attempt.resuming(yielded.states().get(6L), task, store, work);
    PrefixRef checkpoint = checkpoint(handler.handle(resumed));
    assertThat(resumed.losses()).allMatch(point -> point.iteration() > 6);
    assertThat(checkpoint.manifest().sha256()).isEqualTo(wanted.manifest().sha256());
  }

  private void goesOnAsIfItHadNotStopped(TaskSpec task) throws Exception {
    // Given one attempt that ran through, and one that was stopped after a training state
    Attempt straight = Attempt.of(task, store, work);
    PrefixRef wanted = checkpoint(handler.handle(straight));
    Attempt stopped = Attempt.of(task, store, work).stoppingAfter(6);
    assertThatThrownBy(() -> handler.handle(stopped)).isInstanceOf(Cancelled.class);
    assertThat(stopped.losses()).isEqualTo(upTo(6, straight.losses()));
    assertThat(stopped.states()).containsOnlyKeys(4L);
    assertThat(store.size(Bucket.MODELS, stopped.prefix() + "checkpoint/checkpoint.json"))
        .isEmpty();

    // When another attempt goes on from that state
    Attempt resumed = Attempt.resuming(stopped.states().get(4L), task, store, work);
    PrefixRef checkpoint = checkpoint(handler.handle(resumed));

    // Then it takes the steps that were left, and ends with the same checkpoint and curves
    List<Measure> left = new ArrayList<>(straight.losses());
    left.removeAll(upTo(4, straight.losses()));
    assertThat(resumed.losses()).isNotEmpty().isEqualTo(left);
    assertThat(checkpoint.manifest().sha256()).isEqualTo(wanted.manifest().sha256());
    assertThat(CurveFile.read(store, checkpoint))
        .extracting(Measure::iteration, Measure::name)
        .isEqualTo(
            CurveFile.read(store, wanted).stream()
                .map(point -> tuple(point.iteration(), point.name()))
                .toList());
  }

  private static List<Measure> upTo(long iteration, List<Measure> points) {
    return points.stream().filter(point -> point.iteration() <= iteration).toList();
  }

  private static PrefixRef checkpoint(TaskResult result) {
    return result instanceof StarGanTrained starGan
        ? starGan.checkpoint()
        : ((ClassifierTrained) result).checkpoint();
  }

  private Path download(PrefixRef checkpoint) {
    Path target = work.resolve("checkpoint");
    ObjectSet.download(store, checkpoint, target);
    return target;
  }

  private List<RgbImage> faces(Split split) {
    List<RgbImage> faces = new ArrayList<>();
    PreparedDataset.open(store, dataset, work)
        .forEachCrop(split, crop -> faces.add(Png.decode(crop.png())));
    return faces;
  }
}
