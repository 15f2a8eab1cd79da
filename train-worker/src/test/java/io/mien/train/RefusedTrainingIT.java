package io.mien.train;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.failure.ResourceExhausted;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.ClassifierTrained;
import io.mien.contracts.task.KeepBest;
import io.mien.contracts.task.TaskSpec;
import io.mien.contracts.task.TrainClassifier;
import io.mien.contracts.task.TrainStarGan;
import io.mien.contracts.task.TrainingRequest;
import io.mien.store.json.WireJson;
import io.mien.store.minio.MinioObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be trained is refused as invalid input, which is never tried again. */
class RefusedTrainingIT {

  @TempDir static Path folder;
  private static MinioObjectStore store;
  private static PrefixRef dataset;

  @TempDir Path work;

  @BeforeAll
  static void open() throws IOException {
    store = TestStore.open();
    dataset = TinyDataset.publish(store, folder, Map.of(Split.TRAIN, 4, Split.VALIDATION, 1));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void aPartWithoutCropsIsRefused(@TempDir Path other) throws IOException {
    PrefixRef trainOnly = TinyDataset.publish(store, other, Map.of(Split.TRAIN, 4));
    InvalidInput refused =
        refusal(attempt(new TrainClassifier(trainOnly, TinyTraining.classifier())));

    assertThat(refused.code()).isEqualTo("split-empty");
    assertThat(refused).hasMessageContaining("validation part of dataset tiny");
  }

  @Test
  void anotherImageSizeThanTheCropsIsRefused() {
    Attempt attempt =
        attempt(new TrainStarGan(dataset, TinyTraining.starGan(Map.of("imageSize", 32))));
    InvalidInput refused = refusal(attempt);

    assertThat(refused.code()).isEqualTo("image-size-mismatch");
    assertThat(refused).hasMessageContaining("32 pixels").hasMessageContaining("16 pixels");
  }

  @Test
  void unknownFieldsAndSenselessValuesAreRefused() {
    for (Map<String, Object> changes :
        List.<Map<String, Object>>of(
            Map.of("learningRat", 0.1), Map.of("batchSize", 0), Map.of("batchSize", "many"))) {
      Attempt starGan = attempt(new TrainStarGan(dataset, TinyTraining.starGan(changes)));
      Attempt classifier = attempt(new TrainClassifier(dataset, TinyTraining.classifier(changes)));

      assertThat(refusal(starGan).code()).as("%s", changes).isEqualTo("invalid-training");
      assertThat(refusal(classifier).code()).as("%s", changes).isEqualTo("invalid-training");
    }
    assertThat(
            refusal(
                attempt(
                    new TrainStarGan(dataset, TinyTraining.starGan(Map.of("learningRat", 0.1))))))
        .hasMessageContaining("learningRat");
  }

  @Test
  void aBatchThatTheCropsDoNotFillIsRefused() {
    Map<String, Object> batch = Map.of("batchSize", 13);

    InvalidInput starGan = refusal(attempt(new TrainStarGan(dataset, TinyTraining.starGan(batch))));
    InvalidInput classifier =
        refusal(attempt(new TrainClassifier(dataset, TinyTraining.classifier(batch))));

    assertThat(List.of(starGan.code(), classifier.code())).containsOnly("invalid-training");
    assertThat(starGan).hasMessageContaining("12 images").hasMessageContaining("batch of 13");
    assertThat(classifier).hasMessageContaining("12 images").hasMessageContaining("batch of 13");
  }

  @Test
  void classifiersThatCannotLearnAreRefusedWithWhatToChange() {
    Map<String, String> refusals =
        Map.of(
            "{\"network\":{\"depth\":20}}", "Depth must be 18, 34 or 50",
            "{\"network\":{\"stem\":\"imagenet\"}}", "use a stem that reduces less",
            "{\"classWeights\":{\"kind\":\"explicit\",\"values\":{\"smug\":2}}}", "Unknown label",
            "{\"selection\":{\"keep\":\"last\",\"patience\":2}}", "keep to 'best'");
    refusals.forEach(
        (changes, reason) -> {
          InvalidInput refused =
              refusal(
                  attempt(new TrainClassifier(dataset, TinyTraining.classifier(json(changes)))));
          assertThat(refused.code()).as(changes).isEqualTo("invalid-training");
          assertThat(refused).hasMessageContaining(reason);
        });
  }

  @Test
  void pretrainedWeightsThatDoNotFitAreRefused() throws Exception {
    ClassifierTrained narrow =
        (ClassifierTrained)
            handler().handle(attempt(new TrainClassifier(dataset, TinyTraining.classifier())));
    ObjectRef weights = TinyTraining.weights(store, narrow.checkpoint());
    TrainingRequest wide =
        TinyTraining.classifier(json("{\"network\":{\"width\":8,\"stem\":\"small\"}}"));

    InvalidInput refused = refusal(attempt(new TrainClassifier(dataset, wide, weights)));

    assertThat(refused.code()).isEqualTo("checkpoint-unreadable");
    assertThat(refused).hasMessageContaining("train with the depth, width and stem of the weights");
  }

  @Test
  void aMeasureThatTheTrainingDoesNotReportIsRefusedWithThoseThatItDoes() {
    KeepBest wanted = new KeepBest("generator/beauty", KeepBest.Goal.HIGHEST, 2, 1);
    Map<String, Object> starGan = TinyTraining.starGan().changes();
    Map<String, Object> classifier = TinyTraining.classifier().changes();

    InvalidInput unknown =
        refusal(attempt(new TrainStarGan(dataset, new TrainingRequest(starGan, 0, 0, 0, wanted))));
    InvalidInput misplaced =
        refusal(
            attempt(
                new TrainClassifier(dataset, new TrainingRequest(classifier, 0, 0, 0, wanted))));

    assertThat(List.of(unknown.code(), misplaced.code())).containsOnly("invalid-training");
    assertThat(unknown)
        .hasMessageContaining("'generator/beauty'")
        .hasMessageContaining("generator/pairs");
    assertThat(misplaced).hasMessageContaining("say 'selection' in its changes");
  }

  /** The start fills the heap: true of every machine, and what the engine lacks says the same. */
  @Test
  void networksThatDoNotFitIntoMemoryAreExhaustionAndSayWhatWasTried() {
    Map<String, Object> wide = json("{\"generator\":{\"width\":4,\"edgeKernel\":8001}}");
    Attempt attempt = attempt(new TrainStarGan(dataset, TinyTraining.starGan(wide)));

    ResourceExhausted exhausted =
        catchThrowableOfType(ResourceExhausted.class, () -> handler().handle(attempt));

    assertThat(exhausted.code()).isEqualTo("device-memory");
    assertThat(exhausted)
        .hasMessageStartingWith("Train StarGAN on cpu with a batch of 4 images of 16 pixels: ")
        .hasMessageContaining("Networks and optimisers take about");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> json(String text) {
    try {
      return WireJson.MAPPER.readValue(text, Map.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void aDamagedOrForeignTrainingStateIsRefused(@TempDir Path other) throws Exception {
    // Given
    TrainStarGan task = new TrainStarGan(dataset, TinyTraining.starGan());
    Attempt first = attempt(task);
    handler().handle(first);
    PrefixRef state = first.states().get(4L);
    PrefixRef others = TinyDataset.publish(store, other, Map.of(Split.TRAIN, 5));

    // When, Then: a state of other people, and of another network
    assertThat(refusal(resuming(state, new TrainStarGan(others, task.training()))).code())
        .isEqualTo("checkpoint-unreadable");
    assertThat(
            refusal(resuming(state, new TrainClassifier(dataset, TinyTraining.classifier())))
                .code())
        .isEqualTo("checkpoint-unreadable");

    // When, Then: bytes that are not those that were published, and a state that is gone
    String weights = state.prefix() + "training-state.safetensors";
    store.put(state.bucket(), weights, "damaged".getBytes(UTF_8), "application/octet-stream");
    assertThat(refusal(resuming(state, task)).code()).isEqualTo("object-corrupt");
    store.delete(state.bucket(), weights);
    assertThat(refusal(resuming(state, task)).code()).isEqualTo("object-missing");
  }

  private Attempt attempt(TaskSpec task) {
    return Attempt.of(task, store, work);
  }

  private Attempt resuming(PrefixRef state, TaskSpec task) {
    return Attempt.resuming(state, task, store, work);
  }

  private static TrainHandler handler() {
    return new TrainHandler(store, "cpu", 1);
  }

  private static InvalidInput refusal(Attempt attempt) {
    InvalidInput refused =
        catchThrowableOfType(InvalidInput.class, () -> handler().handle(attempt));
    assertThat(refused).as("a refusal").isNotNull();
    return refused;
  }
}
