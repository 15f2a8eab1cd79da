package io.mien.networks.training;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.mien.networks.calibration.Calibration;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.CheckpointJson;
import io.mien.networks.checkpoint.CheckpointManifest;
import io.mien.networks.checkpoint.CheckpointManifest.Progress;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.checkpoint.NetworkKind;
import io.mien.networks.checkpoint.Safetensors;
import io.mien.networks.image.ImageSet;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionClassifier;
import io.mien.networks.resnet.ResNet;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Trains a residual classifier on images in memory, from one seed or from several one after
 * another. With validation images every epoch is scored, and the checkpoint holds the best.
 */
public final class ClassifierTrainer implements Trainer {
  private final ClassifierTrainingSpec spec;
  private final ClassifierData data;
  private final NDManager root;
  private final MemoryGuard memory;
  private final @Nullable Validation validation;
  private final SeedProgress seeds;
  private final KeptClassifier kept;
  private ClassifierTrial trial;
  private int trialNumber;
  private long iteration;
  private @Nullable Calibration calibration;

  private ClassifierTrainer(
      ClassifierTrainingSpec spec, ClassifierData data, NDManager root, int trialNumber) {
    this.spec = spec;
    this.data = data;
    this.root = root;
    memory = new MemoryGuard(StepMemory.of(spec), root.getDevice());
    this.trialNumber = trialNumber;
    this.validation = data.validation() == null ? null : new Validation(data.validation());
    seeds = new SeedProgress(spec.selection());
    trial = new ClassifierTrial(spec, data, spec.seed() + trialNumber, root);
    kept = new KeptClassifier(trial.network(), root);
  }

  /** A new training on images alone: the last epoch is the checkpoint. */
  public static ClassifierTrainer start(
      ClassifierTrainingSpec spec, ImageSet images, Device device) {
    return start(spec, ClassifierData.of(images), device);
  }

  /**
   * A new training.
   *
   * @throws IllegalArgumentException when the images do not fit the specification
   * @throws io.mien.networks.checkpoint.InvalidCheckpoint when the pretrained weights do not
   */
  public static ClassifierTrainer start(
      ClassifierTrainingSpec spec, ClassifierData data, Device device) {
    return open(spec, data, device, 0);
  }

  /** Continues from a folder that {@link #save} wrote, on the same images. */
  public static ClassifierTrainer resume(Path folder, ClassifierData data, Device device) {
    CheckpointDirectory checkpoint = CheckpointDirectory.open(folder, NetworkKind.CLASSIFIER);
    CheckpointManifest manifest = checkpoint.manifest();
    SameImages.check(manifest, data.images().fingerprint(), folder);
    ClassifierTrainingSpec spec = checkpoint.training(ClassifierTrainingSpec.class);
    int trial = Math.toIntExact(manifest.progress().counter("trial"));
    return TrainerStart.resumed(
        open(spec, data, device, trial), trainer -> trainer.restore(checkpoint));
  }

  private static ClassifierTrainer open(
      ClassifierTrainingSpec spec, ClassifierData data, Device device, int trial) {
    data.requireFits(spec);
    return TrainerStart.open(
        StepMemory.of(spec), device, root -> new ClassifierTrainer(spec, data, root, trial));
  }

  private void restore(CheckpointDirectory checkpoint) {
    Progress progress = checkpoint.manifest().progress();
    trial.restore(checkpoint.read(StarGanTrainer.STATE_FILE), progress.counter("optimizer"));
    seeds.restore(progress);
    Safetensors offered = checkpoint.read(ExpressionClassifier.FILE);
    EpochScore.from(progress, "kept").ifPresent(score -> kept.restore(offered, score));
    iteration = progress.iteration();
  }

  @Override
  public long iteration() {
    return iteration;
  }

  @Override
  public long iterations() {
    return spec.selection().seeds() * iterationsPerSeed();
  }

  private long iterationsPerSeed() {
    return (long) spec.epochs() * trial.stepsPerEpoch();
  }

  public ClassifierTrainingSpec spec() {
    return spec;
  }

  @Override
  public TrainingStep step() {
    return memory.stepping(this::take);
  }

  private TrainingStep take() {
    long start = System.nanoTime();
    long ofSeed = iteration - trialNumber * iterationsPerSeed();
    double factor = spec.schedule().factor(ofSeed, iterationsPerSeed());
    double rate = spec.optimizer().learningRate() * factor;
    Map<String, Double> losses = new LinkedHashMap<>();
    losses.put("classifier/loss", trial.step(ofSeed, rate));
    TrainingDiverged.check(iteration, losses);
    double seconds = (System.nanoTime() - start) * 1e-9;
    iteration++;
    long done = iteration;
    if ((ofSeed + 1) % trial.stepsPerEpoch() == 0) {
      endEpoch((int) ((ofSeed + 1) / trial.stepsPerEpoch()), losses);
    }
    double speed = spec.batchSize() / seconds;
    return new TrainingStep(done, iterations(), losses, Map.of("classifier", rate), speed);
  }

  private void endEpoch(int epoch, Map<String, Double> losses) {
    if (validation != null) {
      EpochScore score = validation.score(trial.network(), root, trial.seed(), epoch);
      losses.put("classifier/validationAccuracy", score.accuracy());
      losses.put("classifier/validationLoss", score.loss());
      boolean chosen = seeds.choose(score);
      if (chosen && spec.selection().keep() == ModelSelection.Keep.BEST) {
        kept.offer(trial.network(), score);
      }
    }
    if (epoch == spec.epochs() || spec.selection().stopsAfter(seeds.epochsWithoutBetter(epoch))) {
      endSeed();
    }
  }

  private void endSeed() {
    seeds.current().ifPresent(last -> kept.offer(trial.network(), last));
    seeds.endSeed();
    iteration = (trialNumber + 1) * iterationsPerSeed();
    if (!finished()) {
      trialNumber++;
      trial.close();
      trial = new ClassifierTrial(spec, data, spec.seed() + trialNumber, root);
    }
  }

  /**
   * Judges the kept network on the validation images and fits its temperature, which checkpoints
   * carry from here on.
   *
   * @throws IllegalStateException without validation images, or before the first epoch ends
   */
  public ClassifierAssessment assess() {
    if (validation == null) {
      throw new IllegalStateException("A training without validation images cannot be assessed.");
    }
    EpochScore best =
        kept.score().orElseThrow(() -> new IllegalStateException("No epoch has ended yet."));
    float[][] logits = validation.logits(kept.network(), root);
    int[] truth = validation.truth();
    List<Integer> predicted = Stream.of(logits).map(ExpressionClassifier::best).toList();
    Calibration fitted = Calibration.fit(logits, truth);
    calibration = fitted;
    return new ClassifierAssessment(
        data.images().labels(),
        Arrays.stream(truth).boxed().toList(),
        predicted,
        fitted,
        seeds.done(),
        best);
  }

  /**
   * Logits (images x labels) of the network that a checkpoint would hold now.
   *
   * @param images of the size that the network is trained at
   */
  public float[][] logits(List<RgbImage> images) {
    try (ExpressionClassifier classifier =
        ExpressionClassifier.over(offered(), data.images().labels(), spec.imageSize(), root)) {
      return classifier.logits(images);
    }
  }

  private ResNet offered() {
    return kept.score().isPresent() ? kept.network() : trial.network();
  }

  @Override
  public void save(Path folder, CheckpointNotes notes) {
    Map<String, Long> counters = new LinkedHashMap<>();
    counters.put("optimizer", trial.optimizerSteps());
    counters.put("trial", (long) trialNumber);
    seeds.putInto(counters);
    kept.score().ifPresent(score -> score.putInto(counters, "kept"));
    CheckpointManifest manifest =
        new CheckpointManifest(
            CheckpointManifest.FORMAT,
            NetworkKind.CLASSIFIER,
            CheckpointJson.tree(spec),
            List.of(data.images().labels()),
            spec.imageSize(),
            new Progress(iteration, iterations(), counters),
            data.images().fingerprint(),
            notes,
            Map.of(),
            calibration);
    CheckpointDirectory.write(
        folder,
        manifest,
        Map.of(
            ExpressionClassifier.FILE,
            KeptClassifier.arrays(offered()),
            StarGanTrainer.STATE_FILE,
            trial.arrays()));
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
    trial.close();
    kept.close();
    root.close();
  }
}
