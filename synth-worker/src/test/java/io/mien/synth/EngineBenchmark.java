package io.mien.synth;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.task.SynthesisePhoto;
import io.mien.networks.device.DeviceChoice;
import io.mien.networks.device.DeviceMemory;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionGenerator;
import io.mien.networks.inference.KnownFace;
import io.mien.networks.stargan.GeneratorSpec;
import io.mien.store.minio.MinioObjectStore;
import io.mien.synth.engine.EngineSettings;
import io.mien.synth.engine.LoadedGenerator;
import io.mien.synth.engine.Requester;
import io.mien.synth.engine.SynthEngine;
import io.mien.synth.engine.Urgency;
import io.mien.synth.image.Marking;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/**
 * What the engine adds to its networks, in milliseconds. Every request is of one face in all seven
 * expressions, in bulk of eight faces. Arguments: image size, width, residual blocks, threads,
 * images in a batch, seconds of each measurement, and what to measure, on {@code -Dmien.device}:
 *
 * <pre>
 * idle      requests on demand one after another: time outside the network, without and with the
 *           task around it (an S3 server in this process: photo read, images written)
 * bulk      images a second, of one and of three tasks, beside the network alone; by the clock and
 *           by the processor's time of the thread that draws, which is right for one thread
 * mixed     two requests on demand a second beside two tasks in bulk
 * switches  100 switches between three checkpoints with room for one: memory of the process
 * crowded   two requests in bulk, of batches that the device's memory may not hold: failed batches
 * </pre>
 */
public final class EngineBenchmark {

  private static final String GROUP = "expression";
  private static final int LABELS = UntrainedGenerator.LABELS.size();
  private static final int FACES_IN_BULK = 8;
  private static final String DEVICE = System.getProperty("mien.device", "cpu");
  private static final double MILLISECOND = 1e6;
  private static final Duration WARM_UP = Duration.ofSeconds(3);

  private final int imageSize;
  private final GeneratorSpec spec;
  private final int threads;
  private final int batch;
  private final Duration time;
  private final MinioObjectStore store;
  private final Path work;
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Random random = new Random(1);

  private EngineBenchmark(int[] numbers, MinioObjectStore store, Path work) {
    this.imageSize = numbers[0];
    this.spec = GeneratorSpec.faithful(numbers[1], numbers[2]);
    this.threads = numbers[3];
    this.batch = numbers[4];
    this.time = Duration.ofSeconds(numbers[5]);
    this.store = store;
    this.work = work;
  }

  public static void main(String[] arguments) throws Exception {
    int[] numbers = Arrays.stream(arguments).limit(6).mapToInt(Integer::parseInt).toArray();
    Path work = Files.createTempDirectory("engine-benchmark");
    try (MinioObjectStore store = TestStore.open()) {
      for (String what : Arrays.asList(arguments).subList(6, arguments.length)) {
        EngineBenchmark benchmark = new EngineBenchmark(numbers, store, work.resolve(what));
        switch (what) {
          case "idle" -> benchmark.idle();
          case "bulk" -> benchmark.bulk();
          case "mixed" -> benchmark.mixed();
          case "switches" -> benchmark.switches();
          case "crowded" -> benchmark.crowded();
          default -> throw new IllegalArgumentException("Nothing is known of " + what);
        }
      }
    }
    System.exit(0); // servers of the tests have threads of their own
  }

  private void idle() throws Exception {
    PrefixRef checkpoint = publish(1);
    try (SynthEngine engine = engine(1L << 40);
        LoadedGenerator generator = engine.open(checkpoint, onDemand())) {
      outside(WARM_UP, () -> ask(generator, 1));
      print("request on demand, outside the network", outside(time, () -> ask(generator, 1)));
      ObjectRef photo = photo();
      SynthHandler handler = new SynthHandler(store, engine, Marking.NONE, null);
      outside(WARM_UP, () -> task(handler, photo, checkpoint));
      double besides = processorBesides(deviceThread());
      List<Double> tasks = outside(time, () -> task(handler, photo, checkpoint));
      print("whole task, outside the network", tasks);
      System.out.printf(
          "processor of a task outside the network, without the store's server: mean %.1f%n",
          (processorBesides(deviceThread()) - besides) / tasks.size());
      System.out.printf("network: mean %.1f%n", batches("on_demand").mean(TimeUnit.MILLISECONDS));
    }
  }

  private void bulk() throws Exception {
    PrefixRef checkpoint = publish(1);
    for (int round = 0; round < 2; round++) {
      alone();
      for (int tasks : new int[] {1, 3}) {
        try (SynthEngine engine = engine(1L << 40)) {
          bulk(engine, checkpoint, tasks, until(WARM_UP));
          Speed speed = Speed.of(deviceThread());
          speed.print(
              "engine, %d task(s)".formatted(tasks), bulk(engine, checkpoint, tasks, until(time)));
        }
      }
    }
  }

  /** The same requests, one thread, the generator's own batches. */
  private void alone() {
    TorchRuntime.useThreads(threads);
    try (ExpressionGenerator generator =
        ExpressionGenerator.load(work.resolve("network-1"), DeviceChoice.resolve(DEVICE))) {
      List<KnownFace> faces = faces(FACES_IN_BULK);
      for (BooleanSupplier warm = until(WARM_UP); !warm.getAsBoolean(); ) {
        generator.translate(GROUP, faces, labels(FACES_IN_BULK));
      }
      long images = 0;
      Speed speed = Speed.of(Thread.currentThread());
      for (BooleanSupplier over = until(time); !over.getAsBoolean(); images += faces.size()) {
        generator.translate(GROUP, faces, labels(FACES_IN_BULK));
      }
      speed.print("network alone", images);
    }
  }

  private static Thread deviceThread() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("mien-device"))
        .findFirst()
        .orElseThrow();
  }

  /** Since when a thread draws. */
  private record Speed(Thread thread, long clock, long processor) {

    static Speed of(Thread thread) {
      return new Speed(thread, System.nanoTime(), processor(thread));
    }

    void print(String what, long images) {
      System.out.printf(
          "%s: %.1f images/s, %.1f a second of the processor%n",
          what,
          images / (1e-9 * (System.nanoTime() - clock)),
          images / (1e-9 * (processor(thread) - processor)));
    }

    private static long processor(Thread thread) {
      return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
    }
  }

  private void mixed() throws Exception {
    PrefixRef checkpoint = publish(1);
    AtomicBoolean over = new AtomicBoolean();
    ScheduledExecutorService clock = Executors.newScheduledThreadPool(8);
    List<Double> latencies = Collections.synchronizedList(new ArrayList<>());
    try (SynthEngine engine = engine(1L << 40);
        LoadedGenerator generator = engine.open(checkpoint, onDemand())) {
      CompletableFuture<Long> inBulk =
          CompletableFuture.supplyAsync(() -> bulk(engine, checkpoint, 2, over::get));
      long period = TimeUnit.SECONDS.toMillis(1) / 2;
      for (long at = WARM_UP.toMillis(); at < WARM_UP.plus(time).toMillis(); at += period) {
        clock.schedule(() -> latencies.add(ask(generator, 1)), at, TimeUnit.MILLISECONDS);
      }
      clock.shutdown();
      if (!clock.awaitTermination(10, TimeUnit.MINUTES)) {
        throw new IllegalStateException("Requests on demand pile up.");
      }
      over.set(true);
      long images = inBulk.get();
      double batchMillis = batches("bulk").mean(TimeUnit.MILLISECONDS);
      print("request on demand beside bulk, in all", latencies);
      print("the same in batches in bulk", latencies.stream().map(l -> l / batchMillis).toList());
      System.out.printf(
          "batch in bulk: mean %.1f ms, greatest %.1f ms; %d images in bulk%n",
          batchMillis, batches("bulk").max(TimeUnit.MILLISECONDS), images);
    }
  }

  private void switches() throws Exception {
    List<PrefixRef> three = List.of(publish(1), publish(2), publish(3));
    try (SynthEngine engine = engine(1)) {
      for (int done = 0; done <= 100; done++) {
        if (done % 20 == 0) {
          System.out.printf(
              "after %d switches: %d MiB resident, %d MiB taken of the device%n",
              done,
              DeviceMemory.resident().orElse(0) >> 20,
              DeviceMemory.taken(DeviceChoice.resolve(DEVICE)).orElse(0) >> 20);
        }
        try (LoadedGenerator generator = engine.open(three.get(done % 3), onDemand())) {
          ask(generator, 1);
        }
      }
      System.out.printf(
          "networks loaded: %.0f%n", registry.counter("mien.synth.checkpoint.loads").count());
    }
  }

  private void crowded() throws Exception {
    PrefixRef checkpoint = publish(1);
    try (SynthEngine engine = engine(1L << 40);
        LoadedGenerator generator =
            engine.open(checkpoint, new Requester(Urgency.BULK, "client", "task", () -> {}))) {
      for (int request = 1; request <= 2; request++) {
        double milliseconds = ask(generator, FACES_IN_BULK);
        System.out.printf(
            "request %d: %d images in %.0f ms; so far %d batches, %.0f of them failed for lack of"
                + " memory%n",
            request,
            FACES_IN_BULK * LABELS,
            milliseconds,
            batches("bulk").count(),
            registry.counter("mien.synth.batch.failures", "cause", "memory").count());
      }
    }
  }

  private long bulk(SynthEngine engine, PrefixRef checkpoint, int tasks, BooleanSupplier over) {
    ExecutorService threads = Executors.newFixedThreadPool(tasks);
    List<CompletableFuture<Long>> all = new ArrayList<>();
    for (int task = 0; task < tasks; task++) {
      Requester requester = new Requester(Urgency.BULK, "client", "task-" + task, () -> {});
      all.add(
          CompletableFuture.supplyAsync(
              () -> {
                long images = 0;
                try (LoadedGenerator generator = engine.open(checkpoint, requester)) {
                  while (!over.getAsBoolean()) {
                    ask(generator, FACES_IN_BULK);
                    images += (long) FACES_IN_BULK * LABELS;
                  }
                }
                return images;
              },
              threads));
    }
    long images = all.stream().mapToLong(CompletableFuture::join).sum();
    threads.shutdown();
    return images;
  }

  /** Milliseconds of a request. */
  private double ask(LoadedGenerator generator, int count) {
    List<KnownFace> faces = faces(count);
    long start = System.nanoTime();
    generator.translate(GROUP, faces, labels(count));
    return (System.nanoTime() - start) / MILLISECOND;
  }

  /** Milliseconds of a whole task. */
  private double task(SynthHandler handler, ObjectRef photo, PrefixRef checkpoint) {
    Attempt attempt = new Attempt(new SynthesisePhoto(photo, checkpoint, List.of()), store, work);
    long start = System.nanoTime();
    try {
      handler.handle(attempt);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return (System.nanoTime() - start) / MILLISECOND;
  }

  /** Milliseconds outside the network, of everything asked within a time. */
  private List<Double> outside(Duration time, DoubleSupplier asking) {
    List<Double> outside = new ArrayList<>();
    Timer batches = batches("on_demand");
    for (BooleanSupplier over = until(time); !over.getAsBoolean(); ) {
      double before = batches.totalTime(TimeUnit.MILLISECONDS);
      double took = asking.getAsDouble();
      outside.add(took - (batches.totalTime(TimeUnit.MILLISECONDS) - before));
    }
    return outside;
  }

  /** Milliseconds of processor that this process spends besides the thread that draws. */
  private static double processorBesides(Thread drawing) {
    OperatingSystemMXBean process =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return (process.getProcessCpuTime() - Speed.processor(drawing)) / MILLISECOND;
  }

  private static BooleanSupplier until(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    return () -> System.nanoTime() - end >= 0;
  }

  private static void print(String what, List<Double> values) {
    double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
    System.out.printf(
        "%s: p50 %.2f, p95 %.2f, greatest %.2f (n = %d)%n",
        what,
        sorted[sorted.length / 2],
        sorted[(int) Math.ceil(0.95 * sorted.length) - 1],
        sorted[sorted.length - 1],
        sorted.length);
  }

  private Timer batches(String urgency) {
    return registry.timer("mien.synth.batch", "urgency", urgency);
  }

  private SynthEngine engine(long memory) {
    EngineSettings settings =
        new EngineSettings(
            DEVICE, threads, batch, Duration.ofMillis(5), memory, 1L << 40, work.resolve("engine"));
    return TestEngine.start(store, settings, registry);
  }

  private PrefixRef publish(int seed) throws Exception {
    Path files = work.resolve("network-" + seed);
    return UntrainedGenerator.publish(store, files, imageSize, spec, seed);
  }

  private ObjectRef photo() {
    byte[] png = Png.encode(faces(1).get(0).image());
    return store.put(Bucket.SYNTHESES, "uploads/benchmark/photo.png", png, "image/png");
  }

  private static Requester onDemand() {
    return new Requester(Urgency.ON_DEMAND, "somebody", "photo", () -> {});
  }

  /** Each face as often as there are labels. */
  private List<KnownFace> faces(int count) {
    List<KnownFace> faces = new ArrayList<>();
    for (int face = 0; face < count; face++) {
      byte[] rgb = new byte[3 * imageSize * imageSize];
      random.nextBytes(rgb);
      faces.addAll(
          Collections.nCopies(LABELS, KnownFace.of(new RgbImage(imageSize, imageSize, rgb))));
    }
    return faces;
  }

  private static List<String> labels(int faces) {
    List<String> labels = new ArrayList<>();
    for (int face = 0; face < faces; face++) {
      labels.addAll(UntrainedGenerator.LABELS);
    }
    return labels;
  }
}
