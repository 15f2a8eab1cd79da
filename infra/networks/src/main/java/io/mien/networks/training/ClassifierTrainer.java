package io.mien.networks.training;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.CheckpointJson;
import io.mien.networks.checkpoint.CheckpointManifest;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.checkpoint.NetworkKind;
import io.mien.networks.checkpoint.Safetensors;
import io.mien.networks.device.Autograd;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.image.ImageSet;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionClassifier;
import io.mien.networks.label.ClassificationLoss;
import io.mien.networks.layer.BatchNorm.Statistics;
import io.mien.networks.optimizer.Optimizer;
import io.mien.networks.resnet.ResNet;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Trains a residual classifier on images in memory. */
public final class ClassifierTrainer implements Trainer {
  private final ClassifierTrainingSpec spec;
  private final ImageSet images;
  private final NDManager root;
  private final ResNet network;
  private final Optimizer optimizer;
  private final BatchOrder order;
  private final BatchPixels pixels;
  private long iteration;

  private ClassifierTrainer(ClassifierTrainingSpec spec, ImageSet images, Device device) {
    this.spec = spec;
    this.images = images;
    if (spec.imageSize() != images.imageSize()) {
      throw new IllegalArgumentException(
          "The training asks for %d pixels, the images have %d."
              .formatted(spec.imageSize(), images.imageSize()));
    }
    if (images.distinctLabels() < 2) {
      throw new IllegalArgumentException(
          "All %d images have the same label of %s: there is nothing to tell apart."
              .formatted(images.size(), images.labels().names()));
    }
    order = new BatchOrder(images.size(), spec.batchSize(), spec.seed());
    pixels = new BatchPixels(images, spec.batchSize(), spec.augmentation(), spec.seed());
    root = TorchRuntime.start().newBaseManager(device);
    network = ResNet.initialize(spec.network(), images.labels().size(), root, spec.seed());
    optimizer = spec.optimizer().over(network.weights());
  }

  /** A new training. */
  public static ClassifierTrainer start(
      ClassifierTrainingSpec spec, ImageSet images, Device device) {
    return new ClassifierTrainer(spec, images, device);
  }

  /** Continues from a folder that {@link #save} wrote, on the same images. */
  public static ClassifierTrainer resume(Path folder, ImageSet images, Device device) {
    CheckpointDirectory checkpoint = CheckpointDirectory.open(folder, NetworkKind.CLASSIFIER);
    CheckpointManifest manifest = checkpoint.manifest();
    SameImages.check(manifest, images, folder);
    ClassifierTrainingSpec spec = checkpoint.training(ClassifierTrainingSpec.class);
    ClassifierTrainer trainer = new ClassifierTrainer(spec, images, device);
    trainer.restore(checkpoint);
    return trainer;
  }

  private void restore(CheckpointDirectory checkpoint) {
    CheckpointManifest.Progress progress = checkpoint.manifest().progress();
    Safetensors weights = checkpoint.read(ExpressionClassifier.FILE);
    CheckpointDirectory.restore(network.weights(), weights, "");
    CheckpointDirectory.restore(network.buffers(), weights, "");
    Safetensors state = checkpoint.read(StarGanTrainer.STATE_FILE);
    CheckpointDirectory.restore(optimizer.state(), state, "");
    optimizer.resumeAt(progress.counter("optimizer"));
    iteration = progress.iteration();
  }

  @Override
  public long iteration() {
    return iteration;
  }

  @Override
  public long iterations() {
    return (long) spec.epochs() * order.batchesPerEpoch();
  }

  public ClassifierTrainingSpec spec() {
    return spec;
  }

  @Override
  public TrainingStep step() {
    long start = System.nanoTime();
    double rate = spec.optimizer().learningRate() * spec.schedule().factor(iteration, iterations());
    Map<String, Double> losses = new LinkedHashMap<>();
    try (NDManager scope = root.newSubManager()) {
      int[] positions = order.positions(iteration);
      int[] indices = IntStream.of(positions).map(at -> images.get(at).label()).toArray();
      NDArray x = pixels.fill(positions, iteration, scope);
      losses.put("classifier/loss", learn(x, indices, rate, scope));
    }
    TrainingDiverged.check(iteration, losses);
    iteration++;
    double seconds = (System.nanoTime() - start) * 1e-9;
    return new TrainingStep(
        iteration, iterations(), losses, Map.of("classifier", rate), spec.batchSize() / seconds);
  }

  private double learn(NDArray x, int[] indices, double rate, NDManager scope) {
    network.weights().track();
    network.weights().clearGradients();
    try (Autograd recording = Autograd.recording();
        NDArray oneHot = OneHot.rows(images.labels(), indices, scope);
        NDArray logits = network.forward(x, Statistics.BATCH);
        NDArray loss = ClassificationLoss.smoothedSoftmax(logits, oneHot, spec.labelSmoothing())) {
      Autograd.backward(loss);
      optimizer.update(rate);
      return loss.getFloat();
    }
  }

  /** Share of other images that the network, as it is now, classifies rightly. */
  public double accuracy(ImageSet others) {
    List<RgbImage> pictures =
        IntStream.range(0, others.size()).mapToObj(i -> others.get(i).image()).toList();
    try (ExpressionClassifier classifier =
        ExpressionClassifier.over(network, images.labels(), spec.imageSize(), root)) {
      float[][] probabilities = classifier.probabilities(pictures);
      long right =
          IntStream.range(0, others.size())
              .filter(i -> ExpressionClassifier.best(probabilities[i]) == others.get(i).label())
              .count();
      return (double) right / others.size();
    }
  }

  @Override
  public void save(Path folder, CheckpointNotes notes) {
    CheckpointManifest manifest =
        new CheckpointManifest(
            CheckpointManifest.FORMAT,
            NetworkKind.CLASSIFIER,
            CheckpointJson.tree(spec),
            List.of(images.labels()),
            spec.imageSize(),
            new CheckpointManifest.Progress(
                iteration, iterations(), Map.of("optimizer", optimizer.steps())),
            images.fingerprint(),
            notes,
            Map.of());
    Map<String, NDArray> weights = new LinkedHashMap<>(network.weights().asMap());
    weights.putAll(network.buffers().asMap());
    CheckpointDirectory.write(
        folder,
        manifest,
        Map.of(
            ExpressionClassifier.FILE,
            weights,
            StarGanTrainer.STATE_FILE,
            optimizer.state().asMap()));
  }

  /** Arrays that outlive a step; constant over a training. */
  int liveArrays() {
    return root.getManagedArrays().size();
  }

  @Override
  public void close() {
    network.close();
    optimizer.close();
    root.close();
  }
}
