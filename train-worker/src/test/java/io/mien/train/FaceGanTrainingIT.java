package io.mien.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.djl.Device;
import io.mien.contracts.event.Measure;
import io.mien.contracts.failure.Cancelled;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.FaceGanTrained;
import io.mien.contracts.task.FaceGanMethod;
import io.mien.contracts.task.TrainFaceGan;
import io.mien.contracts.task.TrainingRequest;
import io.mien.networks.image.ImageGrid;
import io.mien.networks.image.Png;
import io.mien.networks.inference.FaceGenerator;
import io.mien.store.ObjectSet;
import io.mien.store.minio.MinioObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real trainings of tiny face generators, on crops without labels. */
class FaceGanTrainingIT {

  private static final int CROPS = 12;

  /** Of the sample grid's noise, and of everything else that is random. */
  private static final long SEED = 3;

  private static final Map<String, Object> TINY =
      Map.of(
          "imageSize",
          UnlabelledFaces.SIZE,
          "batchSize",
          4,
          "iterations",
          8,
          "seed",
          SEED,
          "criticSchedule",
          Map.of("steps", 2, "eagerSteps", 2, "eagerStart", 0, "eagerEvery", 0),
          "network",
          Map.of("latent", 4, "generatorWidth", 4, "criticWidth", 4));

  @TempDir static Path folder;
  private static MinioObjectStore store;
  private static PrefixRef dataset;
  private static TrainHandler handler;

  @TempDir Path work;

  @BeforeAll
  static void open() throws IOException {
    store = TestStore.open();
    dataset = UnlabelledFaces.publish(store, folder, CROPS);
    handler = new TrainHandler(store, "cpu", 1);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void aTrainingEndsWithACheckpointThatDrawsItsLastSample() throws Exception {
    Attempt attempt = attempt(FaceGanMethod.DCGAN, Map.of());

    FaceGanTrained result = (FaceGanTrained) handler.handle(attempt);

    assertThat(result.summary().network()).isEqualTo("face-gan");
    assertThat(result.summary().imageSize()).isEqualTo(UnlabelledFaces.SIZE);
    assertThat(result.summary().labels()).isEmpty();
    assertThat(result.summary().iterations()).isEqualTo(8);
    assertThat(result.checkpoint().prefix()).isEqualTo(attempt.prefix() + "checkpoint/");
    assertThat(attempt.states()).containsOnlyKeys(4L);
    assertThat(attempt.samples()).containsOnlyKeys(4L, 8L);
    byte[] sample = store.read(attempt.samples().get(8L));
    ObjectSet.download(store, result.checkpoint(), work.resolve("checkpoint"));
    try (FaceGenerator generator = FaceGenerator.load(work.resolve("checkpoint"), Device.cpu())) {
      assertThat(ImageGrid.of(generator.generate(SEED, 0, 64), 8).rgb())
          .isEqualTo(Png.decode(sample).rgb());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStoppedTrainingGoesOnAsIfItHadNotStopped(FaceGanMethod method) throws Exception {
    // Given one attempt that ran through, and one that was stopped after a training state
    Attempt straight = attempt(method, Map.of());
    FaceGanTrained wanted = (FaceGanTrained) handler.handle(straight);
    Attempt stopped = attempt(method, Map.of()).stoppingAfter(6);
    assertThatThrownBy(() -> handler.handle(stopped)).isInstanceOf(Cancelled.class);

    // When another attempt goes on from that state
    PrefixRef state = stopped.states().get(4L);
    Attempt resumed = Attempt.resuming(state, task(method, Map.of()), store, work);
    FaceGanTrained trained = (FaceGanTrained) handler.handle(resumed);

    // Then it takes the steps that were left, and ends with the same checkpoint
    List<Measure> left = new ArrayList<>(straight.losses());
    left.removeIf(point -> point.iteration() <= 4);
    assertThat(resumed.losses()).isNotEmpty().isEqualTo(left);
    assertThat(trained.checkpoint().manifest().sha256())
        .isEqualTo(wanted.checkpoint().manifest().sha256());
    assertThat(straight.curve("arrays/alive").stream().map(Measure::value).distinct())
        .as("arrays alive, after every step")
        .hasSize(1);
  }

  @Test
  void theMethodOfTheTaskIsWhatIsTrained() throws Exception {
    Attempt dcGan = attempt(FaceGanMethod.DCGAN, Map.of());
    Attempt wganGp = attempt(FaceGanMethod.WGAN_GP, Map.of());

    handler.handle(dcGan);
    handler.handle(wganGp);

    assertThat(penalties(dcGan)).hasSize(8).containsOnly(0.0);
    assertThat(penalties(wganGp)).hasSize(8).allSatisfy(value -> assertThat(value).isPositive());
  }

  @Test
  void whatCannotBeTrainedIsRefusedWithWhatToChange() {
    assertThat(refusal("invalid-training", Map.of("batchSize", 13)))
        .contains("12 images", "batch of 13");
    assertThat(refusal("invalid-training", Map.of("imageSize", 48))).contains("not 48");
    assertThat(refusal("invalid-training", Map.of("learningRat", 1))).contains("learningRat");
    assertThat(refusal("image-size-mismatch", Map.of("imageSize", 64)))
        .contains("64 pixels", "32 pixels");
  }

  private String refusal(String code, Map<String, Object> changes) {
    Attempt attempt = attempt(FaceGanMethod.DCGAN, changes);
    InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> handler.handle(attempt));
    assertThat(refused).as("a refusal of %s", changes).isNotNull();
    assertThat(refused.code()).isEqualTo(code);
    return String.valueOf(refused.getMessage());
  }

  private Attempt attempt(FaceGanMethod method, Map<String, Object> changes) {
    return Attempt.of(task(method, changes), store, work);
  }

  /** Eight critic steps, every second with a generator step; samples and states every four. */
  private static TrainFaceGan task(FaceGanMethod method, Map<String, Object> changes) {
    Map<String, Object> all = new HashMap<>(TINY);
    all.putAll(changes);
    return new TrainFaceGan(dataset, method, new TrainingRequest(all, 4, 4, 0));
  }

  private static List<Double> penalties(Attempt attempt) {
    return attempt.losses().stream()
        .filter(point -> point.name().equals("critic/penalty"))
        .map(Measure::value)
        .toList();
  }
}
