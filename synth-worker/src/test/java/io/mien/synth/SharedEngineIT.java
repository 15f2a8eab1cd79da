package io.mien.synth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.PrefixRef;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionGenerator;
import io.mien.networks.inference.KnownFace;
import io.mien.networks.stargan.GeneratorSpec;
import io.mien.store.minio.MinioObjectStore;
import io.mien.synth.engine.LoadedGenerator;
import io.mien.synth.engine.Requester;
import io.mien.synth.engine.SynthEngine;
import io.mien.synth.engine.Urgency;
import io.mien.testkit.PixelBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several tasks on one engine, with real networks. */
class SharedEngineIT {

  private static final int BATCH = 6;
  private static final long MEBIBYTE = 1L << 20;

  /** So long that only a full batch begins. */
  private static final Duration FOR_A_FULL_BATCH = Duration.ofMinutes(2);

  private static final String GROUP = "expression";

  @TempDir static Path folder;
  private static MinioObjectStore store;
  private static PrefixRef checkpoint;
  private static Path checkpointFolder;

  @TempDir Path work;
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final ExecutorService tasks = Executors.newFixedThreadPool(4);
  private final Random random = new Random(5);

  @BeforeAll
  static void open() throws IOException {
    store = TestStore.open();
    checkpointFolder = folder.resolve("checkpoint");
    checkpoint = TinyGenerator.publish(store, checkpointFolder, TinyDataset.LABELS);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @AfterEach
  void endTasks() {
    tasks.shutdownNow();
  }

  @Test
  void imagesAreThoseOfTheGeneratorAlone() {
    List<KnownFace> faces = faces(10);
    List<String> targets = Collections.nCopies(10, "sad");

    try (SynthEngine engine = engine(Duration.ZERO);
        LoadedGenerator generator = engine.open(checkpoint, bulk("a"));
        ExpressionGenerator alone = ExpressionGenerator.load(checkpointFolder, Device.cpu())) {
      assertThat(generator.labels().names()).isEqualTo(TinyDataset.LABELS);
      assertThat(generator.imageSize()).isEqualTo(TinyDataset.SIZE);
      List<RgbImage> images = generator.translate(GROUP, faces, targets);
      List<RgbImage> wanted = alone.translate(GROUP, faces, targets);
      assertThat(images).hasSameSizeAs(wanted);
      for (int i = 0; i < images.size(); i++) {
        assertThat(PixelBytes.greatestDifference(images.get(i).rgb(), wanted.get(i).rgb()))
            .isLessThanOrEqualTo(1);
      }
    }
    assertThat(batches("bulk").count()).as("batches of ten images").isEqualTo(2);
  }

  @Test
  void tasksShareABatch() throws Exception {
    try (SynthEngine engine = engine(FOR_A_FULL_BATCH)) {
      Future<List<RgbImage>> one = tasks.submit(() -> draw(engine, "a", faces(4)));
      Future<List<RgbImage>> other = tasks.submit(() -> draw(engine, "b", faces(2)));

      assertThat(one.get()).hasSize(4);
      assertThat(other.get()).hasSize(2);
    }
    assertThat(batches("on_demand").count()).isEqualTo(1);
    assertThat(batches("on_demand").max()).isEqualTo(BATCH);
  }

  @Test
  void onlyTheTaskFailsWhoseFaceIsAtFault() throws Exception {
    List<KnownFace> bad = new ArrayList<>(faces(2));
    bad.add(KnownFace.of(new RgbImage(8, 8, new byte[3 * 8 * 8])));

    try (SynthEngine engine = engine(FOR_A_FULL_BATCH)) {
      Future<List<RgbImage>> good = tasks.submit(() -> draw(engine, "a", faces(3)));
      Future<List<RgbImage>> failed = tasks.submit(() -> draw(engine, "b", bad));

      assertThat(good.get()).hasSize(3);
      assertThatThrownBy(failed::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("8 x 8");
    }
    assertThat(batches("on_demand").max()).as("in one batch at first").isEqualTo(BATCH);
  }

  @Test
  void aCheckpointThatManyAskForIsDownloadedAndLoadedOnce() throws Exception {
    try (SynthEngine engine = engine(Duration.ZERO)) {
      List<Future<List<RgbImage>>> all = new ArrayList<>();
      for (String who : List.of("a", "b", "c", "d")) {
        all.add(tasks.submit(() -> draw(engine, who, faces(3))));
      }
      for (Future<List<RgbImage>> each : all) {
        assertThat(each.get()).hasSize(3);
      }
      assertThat(downloads()).isEqualTo(1);
    }
    assertThat(registry.counter("mien.synth.checkpoint.loads").count()).isEqualTo(1);
    assertThat(downloads()).as("after the end").isZero();
  }

  @Test
  void aCheckpointThatWasDamagedIsTakenOnceItIsWhole(@TempDir Path other) throws Exception {
    PrefixRef damaged = UntrainedGenerator.publish(store, other, 16, spec(4), 3);
    String weights = damaged.prefix() + ExpressionGenerator.FILE;
    store.put(Bucket.MODELS, weights, "damaged".getBytes(UTF_8), "application/octet-stream");

    try (SynthEngine engine = engine(Duration.ZERO)) {
      assertThatThrownBy(() -> engine.open(damaged, bulk("a"))).isInstanceOf(InvalidInput.class);
      assertThat(downloads()).isZero();

      store.put(
          Bucket.MODELS,
          weights,
          other.resolve(ExpressionGenerator.FILE),
          "application/octet-stream");
      try (LoadedGenerator generator = engine.open(damaged, bulk("a"))) {
        assertThat(generator.translate(GROUP, faces(1), List.of("happy"))).hasSize(1);
      }
    }
  }

  @Test
  void afterTheEndNothingIsDrawn() {
    SynthEngine engine = engine(Duration.ZERO);
    LoadedGenerator generator = engine.open(checkpoint, bulk("a"));

    engine.close();

    assertThat(engine.isAlive()).isFalse();
    assertThatThrownBy(() -> generator.translate(GROUP, faces(1), List.of("happy")))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void manySwitchesBetweenCheckpointsLeaveMemoryFlat() throws IOException {
    // Given three networks of 10 MiB or more, and room for one
    List<PrefixRef> three = new ArrayList<>();
    for (int seed = 1; seed <= 3; seed++) {
      Path files = work.resolve("network-" + seed);
      three.add(UntrainedGenerator.publish(store, files, 16, spec(32), seed));
    }
    try (SynthEngine engine =
        TestEngine.start(
            store, TestEngine.settings(work, BATCH, Duration.ZERO, MEBIBYTE), registry)) {
      switchBetween(engine, three, 20);
      assertThat(registry.get("mien.synth.checkpoints.bytes").gauge().value())
          .isGreaterThan(10 * MEBIBYTE);
      long before = NativeMemory.resident();

      // When they take turns
      switchBetween(engine, three, 100);

      // Then memory has not grown by what ten of them take; compilers of the JVM take some
      assertThat(registry.counter("mien.synth.checkpoint.loads").count()).isEqualTo(120);
      assertThat(registry.get("mien.synth.checkpoints.loaded").gauge().value()).isEqualTo(1);
      assertThat(NativeMemory.resident() - before).isLessThan(100 * MEBIBYTE);
    }
  }

  private void switchBetween(SynthEngine engine, List<PrefixRef> checkpoints, int times) {
    for (int i = 0; i < times; i++) {
      PrefixRef next = checkpoints.get(i % checkpoints.size());
      try (LoadedGenerator generator = engine.open(next, bulk("a"))) {
        generator.translate(GROUP, faces(1), List.of("happy"));
      }
    }
  }

  private List<RgbImage> draw(SynthEngine engine, String who, List<KnownFace> faces) {
    Requester requester = new Requester(Urgency.ON_DEMAND, who, who, () -> {});
    try (LoadedGenerator generator = engine.open(checkpoint, requester)) {
      return generator.translate(GROUP, faces, Collections.nCopies(faces.size(), "happy"));
    }
  }

  private SynthEngine engine(Duration wait) {
    return TestEngine.start(
        store, TestEngine.settings(work, BATCH, wait, 1024 * MEBIBYTE), registry);
  }

  private DistributionSummary batches(String urgency) {
    return registry.summary("mien.synth.batch.images", "urgency", urgency);
  }

  /** Folders of checkpoints in the worker's directory. */
  private long downloads() throws IOException {
    try (Stream<Path> files = Files.walk(work)) {
      return files.filter(file -> file.getFileName().toString().startsWith("checkpoint-")).count();
    }
  }

  private static Requester bulk(String who) {
    return new Requester(Urgency.BULK, who, who, () -> {});
  }

  private List<KnownFace> faces(int count) {
    return Stream.generate(() -> KnownFace.of(TinyDataset.picture("happy", random)))
        .limit(count)
        .toList();
  }

  private static GeneratorSpec spec(int width) {
    return GeneratorSpec.faithful(width, 1);
  }
}
