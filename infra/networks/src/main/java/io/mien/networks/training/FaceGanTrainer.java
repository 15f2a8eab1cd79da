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
import io.mien.networks.dcgan.CriticBatch;
import io.mien.networks.dcgan.DcGanIteration;
import io.mien.networks.image.ImageGrid;
import io.mien.networks.image.ImageSet;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.FaceGenerator;
import io.mien.networks.random.CounterRandom;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trains a generator of faces from noise. An iteration is one critic step; when the critic's
 * schedule says so, the generator's step follows in the same iteration.
 */
public final class FaceGanTrainer implements Trainer {
  private static final int SAMPLE_COLUMNS = 8;
  private static final String SINCE_GENERATOR = "criticStepsSinceGenerator";
  private static final String GENERATOR_STEPS = "generatorSteps";

  private final FaceGanTrainingSpec spec;
  private final ImageSet images;
  private final NDManager root;
  private final MemoryGuard memory;
  private final FaceGanState state;
  private final DcGanIteration adversarial;
  private final Prefetch<PixelMemory, DrawnPixels> batches;
  private long iteration;
  private long sinceGenerator;

  private FaceGanTrainer(FaceGanTrainingSpec spec, ImageSet images, NDManager root) {
    this.spec = spec;
    this.images = images;
    this.root = root;
    memory = new MemoryGuard(StepMemory.of(spec), root.getDevice());
    if (spec.imageSize() != images.imageSize()) {
      throw new IllegalArgumentException(
          "The training asks for %d pixels, the images have %d."
              .formatted(spec.imageSize(), images.imageSize()));
    }
    BatchOrder order = new BatchOrder(images.size(), spec.batchSize(), spec.seed());
    BatchPixels pixels = new BatchPixels(images, order, spec.augmentation(), spec.seed());
    state = new FaceGanState(spec, root);
    adversarial =
        new DcGanIteration(
            state.generator,
            state.critic,
            state.generatorOptimizer,
            state.criticOptimizer,
            spec.objective(),
            spec.constraint());
    batches =
        new Prefetch<>( // the last: it has a thread to end
            (number, memory) -> pixels.draw(number, number, memory),
            () -> new PixelMemory(spec.batchSize(), spec.imageSize()));
  }

  /** A new training. */
  public static FaceGanTrainer start(FaceGanTrainingSpec spec, ImageSet images, Device device) {
    return open(spec, images, device);
  }

  /** Continues from a folder that {@link #save} wrote, on the same images. */
  public static FaceGanTrainer resume(Path folder, ImageSet images, Device device) {
    CheckpointDirectory checkpoint = CheckpointDirectory.open(folder, NetworkKind.FACE_GAN);
    CheckpointManifest manifest = checkpoint.manifest();
    SameImages.check(manifest, images.fingerprint(), folder);
    FaceGanTrainingSpec spec = checkpoint.training(FaceGanTrainingSpec.class);
    return TrainerStart.resumed(
        open(spec, images, device), trainer -> trainer.restore(checkpoint, manifest.progress()));
  }

  private void restore(CheckpointDirectory checkpoint, CheckpointManifest.Progress progress) {
    state.restore(checkpoint.read(StarGanTrainer.STATE_FILE), progress);
    iteration = progress.iteration();
    sinceGenerator = progress.counter(SINCE_GENERATOR);
  }

  private static FaceGanTrainer open(FaceGanTrainingSpec spec, ImageSet images, Device device) {
    return TrainerStart.open(
        StepMemory.of(spec), device, root -> new FaceGanTrainer(spec, images, root));
  }

  @Override
  public long iteration() {
    return iteration;
  }

  @Override
  public long iterations() {
    return spec.iterations();
  }

  public FaceGanTrainingSpec spec() {
    return spec;
  }

  @Override
  public TrainingStep step() {
    return memory.stepping(this::take);
  }

  private TrainingStep take() {
    long start = System.nanoTime();
    Map<String, Double> losses = new LinkedHashMap<>();
    Map<String, Double> rates = new LinkedHashMap<>();
    try (NDManager scope = root.newSubManager()) {
      double factor = spec.schedule().factor(iteration, spec.iterations());
      rates.put("critic", factor * spec.criticOptimizer().learningRate());
      rates.put("generator", factor * spec.generatorOptimizer().learningRate());
      adversarial.criticStep(criticBatch(scope), rates.get("critic")).putInto(losses);
      sinceGenerator++;
      if (sinceGenerator >= spec.criticSchedule().before(generatorSteps())) {
        NDArray noise = noise("noise/generator", generatorSteps(), scope);
        double loss = adversarial.generatorStep(noise, rates.get("generator"));
        losses.put("generator/total", loss);
        state.followGenerator();
        sinceGenerator = 0;
      }
    }
    TrainingDiverged.check(iteration, losses);
    iteration++;
    double seconds = (System.nanoTime() - start) * 1e-9;
    return new TrainingStep(iteration, iterations(), losses, rates, spec.batchSize() / seconds);
  }

  private long generatorSteps() {
    return state.generatorOptimizer.steps();
  }

  private CriticBatch criticBatch(NDManager scope) {
    CounterRandom random = CounterRandom.of(spec.seed(), "alpha", iteration);
    FloatBuffer alpha = FloatBuffer.allocate(spec.batchSize());
    while (alpha.hasRemaining()) {
      alpha.put(random.nextFloat());
    }
    return new CriticBatch(
        batches.get(iteration).images(scope),
        noise("noise/critic", iteration, scope),
        scope.create(alpha.flip(), new Shape(spec.batchSize(), 1, 1, 1), DataType.FLOAT32));
  }

  private NDArray noise(String stream, long step, NDManager scope) {
    CounterRandom random = CounterRandom.of(spec.seed(), stream, step);
    int latent = spec.network().latent();
    FloatBuffer values = FloatBuffer.allocate(spec.batchSize() * latent);
    while (values.hasRemaining()) {
      values.put((float) random.nextGaussian());
    }
    Shape shape = new Shape(spec.batchSize(), latent, 1, 1);
    return scope.create(values.flip(), shape, DataType.FLOAT32);
  }

  /** The first 64 faces of the training's own seed, always the same noise. */
  public RgbImage sampleGrid() {
    try (FaceGenerator offered =
        FaceGenerator.over(state.offered(), spec.network().latent(), spec.imageSize(), root)) {
      int faces = SAMPLE_COLUMNS * SAMPLE_COLUMNS;
      return ImageGrid.of(offered.generate(spec.seed(), 0, faces), SAMPLE_COLUMNS);
    }
  }

  @Override
  public void save(Path folder, CheckpointNotes notes) {
    CheckpointManifest.Progress progress =
        new CheckpointManifest.Progress(
            iteration,
            iterations(),
            Map.of(GENERATOR_STEPS, generatorSteps(), SINCE_GENERATOR, sinceGenerator));
    CheckpointManifest manifest =
        new CheckpointManifest(
            CheckpointManifest.FORMAT,
            NetworkKind.FACE_GAN,
            CheckpointJson.tree(spec),
            List.of(),
            spec.imageSize(),
            progress,
            images.fingerprint(),
            notes,
            Map.of());
    Map<String, NDArray> offered = new LinkedHashMap<>(state.offered().weights().asMap());
    offered.putAll(state.offered().buffers().asMap());
    CheckpointDirectory.write(
        folder,
        manifest,
        Map.of(FaceGenerator.FILE, offered, StarGanTrainer.STATE_FILE, state.arrays()));
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
    batches.close();
    state.close();
    root.close();
  }
}
