package io.mien.networks.training;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.CheckpointJson;
import io.mien.networks.checkpoint.CheckpointManifest;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.checkpoint.NetworkKind;
import io.mien.networks.image.ImageSet;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionGenerator;
import io.mien.networks.stargan.MicroBatches;
import io.mien.networks.stargan.StarGanIteration;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trains StarGAN on images in memory; first the critic's warm-up, then adversarially. Several sets
 * take turns, one an iteration; a round of them is what critic and generator steps are counted in.
 * The next batch's pixels are drawn on a thread that the trainer ends when it closes.
 */
public final class StarGanTrainer implements Trainer {
  static final String STATE_FILE = "training-state.safetensors";
  private static final String COLLAPSED_STEPS = "collapsedSteps";

  private final StarGanTrainingSpec spec;
  private final TrainingSets sets;
  private final NDManager root;
  private final MemoryGuard memory;
  private final MemoryGuard warmupMemory;
  private final StarGanState state;
  private final StarGanIteration adversarial;
  private final CriticLesson warmup;
  private final StarGanBatches batches;
  private final DivergenceWatch watch;
  private long iteration;

  private StarGanTrainer(StarGanTrainingSpec spec, TrainingSets sets, NDManager root) {
    this.spec = spec;
    this.sets = sets;
    this.root = root;
    memory = new MemoryGuard(StepMemory.of(spec), root.getDevice());
    warmupMemory = new MemoryGuard(StepMemory.ofWarmup(spec), root.getDevice());
    state = new StarGanState(spec, sets.labels(), root);
    adversarial = state.iteration().over(sets.count());
    watch = new DivergenceWatch(spec.divergence());
    warmup = new CriticLesson(spec, sets, state);
    batches = new StarGanBatches(spec, sets, root); // the last: it has a thread to end
  }

  /** A new training. */
  public static StarGanTrainer start(StarGanTrainingSpec spec, ImageSet images, Device device) {
    return start(spec, List.of(images), device);
  }

  /**
   * A new training of several sets in one network. Each may have a group of labels of its own; the
   * groups of one dataset share the {@link RgbImage} objects.
   *
   * @throws IllegalArgumentException when the sets do not go together or with the specification
   */
  public static StarGanTrainer start(StarGanTrainingSpec spec, List<ImageSet> sets, Device device) {
    return open(spec, new TrainingSets(sets), device);
  }

  /** Continues from a folder that {@link #save} wrote, on the same images. */
  public static StarGanTrainer resume(Path folder, ImageSet images, Device device) {
    return resume(folder, List.of(images), device);
  }

  /** Continues from a folder that {@link #save} wrote, on the same sets in the same order. */
  public static StarGanTrainer resume(Path folder, List<ImageSet> images, Device device) {
    TrainingSets sets = new TrainingSets(images);
    CheckpointDirectory checkpoint = CheckpointDirectory.open(folder, NetworkKind.STARGAN);
    CheckpointManifest manifest = checkpoint.manifest();
    SameImages.check(manifest, sets.fingerprint(), folder);
    StarGanTrainingSpec spec = StarGanTrainingSpec.of(checkpoint);
    return TrainerStart.resumed(
        open(spec, sets, device), trainer -> trainer.restore(checkpoint, manifest.progress()));
  }

  private void restore(CheckpointDirectory checkpoint, CheckpointManifest.Progress progress) {
    state.restore(checkpoint.read(STATE_FILE), progress);
    watch.resumeAt(progress.counters().getOrDefault(COLLAPSED_STEPS, 0L));
    iteration = progress.iteration();
  }

  private static StarGanTrainer open(StarGanTrainingSpec spec, TrainingSets sets, Device device) {
    sets.requireFit(spec);
    return TrainerStart.open(
        StepMemory.of(spec), device, root -> new StarGanTrainer(spec, sets, root));
  }

  @Override
  public long iteration() {
    return iteration;
  }

  @Override
  public long iterations() {
    return spec.totalIterations();
  }

  public StarGanTrainingSpec spec() {
    return spec;
  }

  @Override
  public TrainingStep step() {
    return (warmingUp() ? warmupMemory : memory).stepping(this::take);
  }

  private boolean warmingUp() {
    return iteration < spec.warmup().iterations();
  }

  private TrainingStep take() {
    long start = System.nanoTime();
    Map<String, Double> losses = new LinkedHashMap<>();
    Map<String, Double> rates = new LinkedHashMap<>();
    int batch = spec.batchSize();
    if (warmingUp()) {
      batch = spec.warmup().batchSize();
      try (NDManager scope = root.newSubManager()) {
        warmup.step(iteration, scope, losses, rates);
      }
    } else {
      adversarialStep(iteration - spec.warmup().iterations(), losses, rates);
    }
    watch.check(iteration, losses);
    iteration++;
    double seconds = (System.nanoTime() - start) * 1e-9;
    return new TrainingStep(iteration, iterations(), losses, rates, batch / seconds);
  }

  private void adversarialStep(long step, Map<String, Double> losses, Map<String, Double> rates) {
    double factor = spec.schedule().factor(step, spec.iterations());
    double criticRate = factor * spec.criticAdam().learningRate();
    double generatorRate = factor * spec.generatorAdam().learningRate();
    MicroBatches parts = batches.of(step);
    StarGanIteration.Outcome outcome =
        switch (spec.turn(sets.round(step))) {
          case CRITIC -> adversarial.criticOnly(parts, criticRate);
          case GENERATOR -> adversarial.generatorOnly(parts, generatorRate);
          case BOTH -> adversarial.both(parts, criticRate, generatorRate);
        };
    outcome.critic().ifPresent(criticLosses -> criticLosses.putInto(losses));
    outcome.reconstructionCritic().ifPresent(addedLosses -> addedLosses.putInto(losses));
    outcome
        .generator()
        .ifPresent(
            generatorLosses -> {
              generatorLosses.putInto(losses);
              state.followGenerator();
            });
    rates.put("critic", criticRate);
    rates.put("generator", generatorRate);
  }

  /**
   * Each face in a row, followed by the same face with every label, group by group. A face of the
   * training keeps the attributes that it is known to have, but the one that is asked for.
   */
  public RgbImage sampleGrid(List<RgbImage> faces) {
    try (ExpressionGenerator offered =
        ExpressionGenerator.over(state.offeredGenerator(), sets.labels(), spec.imageSize(), root)) {
      return offered.gridOf(faces.stream().map(sets::known).toList());
    }
  }

  @Override
  public void save(Path folder, CheckpointNotes notes) {
    CheckpointManifest manifest =
        new CheckpointManifest(
            CheckpointManifest.FORMAT,
            NetworkKind.STARGAN,
            CheckpointJson.tree(spec),
            sets.labels().groups(),
            spec.imageSize(),
            new CheckpointManifest.Progress(iteration, iterations(), counters()),
            sets.fingerprint(),
            notes,
            Map.of());
    CheckpointDirectory.write(
        folder,
        manifest,
        Map.of(ExpressionGenerator.FILE, state.offered().asMap(), STATE_FILE, state.arrays()));
  }

  private Map<String, Long> counters() {
    Map<String, Long> counters = new LinkedHashMap<>(state.counters());
    counters.put(COLLAPSED_STEPS, watch.collapsedSteps());
    return counters;
  }

  @Override
  public Device device() {
    return root.getDevice();
  }

  @Override
  public int liveArrays() {
    return root.getManagedArrays().size();
  }

  @Override
  public void close() {
    warmup.close();
    batches.close();
    state.close();
    root.close();
  }
}
