package io.mien.networks.training;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.CheckpointJson;
import io.mien.networks.checkpoint.CheckpointManifest;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.checkpoint.NetworkKind;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.image.ImageSet;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionGenerator;
import io.mien.networks.label.LabelSpace;
import io.mien.networks.random.CounterRandom;
import io.mien.networks.stargan.StarGanBatch;
import io.mien.networks.stargan.StarGanIteration;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Trains StarGAN on images in memory; first the critic's warm-up, then adversarially. */
public final class StarGanTrainer implements Trainer {
  static final String STATE_FILE = "training-state.safetensors";

  private final StarGanTrainingSpec spec;
  private final ImageSet images;
  private final LabelSpace labels;
  private final NDManager root;
  private final StarGanState state;
  private final StarGanIteration adversarial;
  private final CriticLesson warmup;
  private final BatchOrder order;
  private final BatchPixels pixels;
  private final Counterparts counterparts;
  private long iteration;

  private StarGanTrainer(StarGanTrainingSpec spec, ImageSet images, Device device) {
    this.spec = spec;
    this.images = images;
    verify(spec, images);
    labels = LabelSpace.of(images.labels());
    order = new BatchOrder(images.size(), spec.batchSize(), spec.seed());
    pixels = new BatchPixels(images, spec.batchSize(), spec.augmentation(), spec.seed());
    counterparts = new Counterparts(images, spec.batchSize(), spec.augmentation(), spec.seed());
    root = TorchRuntime.start().newBaseManager(device);
    state = new StarGanState(spec, labels, root);
    adversarial =
        new StarGanIteration(
            state.generator,
            state.critic,
            state.generatorAdam,
            state.criticAdam,
            labels,
            spec.losses(),
            spec.paired());
    warmup = new CriticLesson(spec, images, labels, state);
  }

  /** A new training. */
  public static StarGanTrainer start(StarGanTrainingSpec spec, ImageSet images, Device device) {
    return new StarGanTrainer(spec, images, device);
  }

  /** Continues from a folder that {@link #save} wrote, on the same images. */
  public static StarGanTrainer resume(Path folder, ImageSet images, Device device) {
    CheckpointDirectory checkpoint = CheckpointDirectory.open(folder, NetworkKind.STARGAN);
    CheckpointManifest manifest = checkpoint.manifest();
    SameImages.check(manifest, images, folder);
    StarGanTrainingSpec spec = checkpoint.training(StarGanTrainingSpec.class);
    StarGanTrainer trainer = new StarGanTrainer(spec, images, device);
    trainer.state.restore(checkpoint.read(STATE_FILE), manifest.progress());
    trainer.iteration = manifest.progress().iteration();
    return trainer;
  }

  private static void verify(StarGanTrainingSpec spec, ImageSet images) {
    if (spec.imageSize() != images.imageSize()) {
      throw new IllegalArgumentException(
          "The training asks for %d pixels, the images have %d."
              .formatted(spec.imageSize(), images.imageSize()));
    }
    if (images.distinctLabels() < 2) {
      throw new IllegalArgumentException(
          "All %d images have the same label of %s: StarGAN needs at least two."
              .formatted(images.size(), images.labels().names()));
    }
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
    long start = System.nanoTime();
    Map<String, Double> losses = new LinkedHashMap<>();
    Map<String, Double> rates = new LinkedHashMap<>();
    int batch = spec.batchSize();
    try (NDManager scope = root.newSubManager()) {
      if (iteration < spec.warmup().iterations()) {
        batch = spec.warmup().batchSize();
        warmup.step(iteration, scope, losses, rates);
      } else {
        adversarialStep(iteration - spec.warmup().iterations(), scope, losses, rates);
      }
    }
    TrainingDiverged.check(iteration, losses);
    iteration++;
    double seconds = (System.nanoTime() - start) * 1e-9;
    return new TrainingStep(iteration, iterations(), losses, rates, batch / seconds);
  }

  private void adversarialStep(
      long step, NDManager scope, Map<String, Double> losses, Map<String, Double> rates) {
    double factor = spec.schedule().factor(step, spec.iterations());
    double criticRate = factor * spec.criticAdam().learningRate();
    double generatorRate = factor * spec.generatorAdam().learningRate();
    StarGanBatch batch = batch(step, scope);
    StarGanIteration.Outcome outcome =
        switch (spec.turn(step)) {
          case CRITIC -> adversarial.criticOnly(batch, criticRate);
          case GENERATOR -> adversarial.generatorOnly(batch, generatorRate);
          case BOTH -> adversarial.both(batch, criticRate, generatorRate);
        };
    outcome.critic().ifPresent(criticLosses -> criticLosses.putInto(losses));
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

  private StarGanBatch batch(long step, NDManager scope) {
    int[] positions = order.positions(step);
    int[] originals = IntStream.of(positions).map(at -> images.get(at).label()).toArray();
    CounterRandom targetRandom = CounterRandom.of(spec.seed(), "targets", step);
    int[] targets = spec.targets().choose(originals, images.labels().size(), targetRandom);
    return new StarGanBatch(
        pixels.fill(positions, step, scope),
        labels(originals, scope),
        labels(targets, scope),
        alpha(positions.length, step, scope),
        0,
        spec.paired().used() ? counterparts.of(positions, targets, step, scope) : null);
  }

  private StarGanBatch.Labels labels(int[] indices, NDManager scope) {
    NDArray oneHot = OneHot.rows(images.labels(), indices, scope);
    return new StarGanBatch.Labels(oneHot, oneHot); // one group: the condition is the label
  }

  private NDArray alpha(int size, long step, NDManager scope) {
    CounterRandom random = CounterRandom.of(spec.seed(), "alpha", step);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = random.nextFloat();
    }
    return scope.create(FloatBuffer.wrap(values), new Shape(size, 1, 1, 1), DataType.FLOAT32);
  }

  /** Each face in a row, followed by the same face with every label, in the labels' order. */
  public RgbImage sampleGrid(List<RgbImage> faces) {
    try (ExpressionGenerator offered =
        ExpressionGenerator.over(
            state.offeredGenerator(), images.labels(), spec.imageSize(), root)) {
      return offered.grid(faces);
    }
  }

  @Override
  public void save(Path folder, CheckpointNotes notes) {
    CheckpointManifest manifest =
        new CheckpointManifest(
            CheckpointManifest.FORMAT,
            NetworkKind.STARGAN,
            CheckpointJson.tree(spec),
            labels.groups(),
            spec.imageSize(),
            new CheckpointManifest.Progress(iteration, iterations(), state.counters()),
            images.fingerprint(),
            notes,
            Map.of());
    CheckpointDirectory.write(
        folder,
        manifest,
        Map.of(ExpressionGenerator.FILE, state.offered().asMap(), STATE_FILE, state.arrays()));
  }

  /** Arrays that outlive a step; constant over a training. */
  int liveArrays() {
    return root.getManagedArrays().size();
  }

  @Override
  public void close() {
    state.close();
    root.close();
  }
}
