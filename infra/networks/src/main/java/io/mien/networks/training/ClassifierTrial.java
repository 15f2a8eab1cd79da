package io.mien.networks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.Safetensors;
import io.mien.networks.device.Autograd;
import io.mien.networks.image.ImageSet;
import io.mien.networks.label.ClassTargets;
import io.mien.networks.label.ClassificationLoss;
import io.mien.networks.label.HeldLabels;
import io.mien.networks.layer.BatchNorm.Statistics;
import io.mien.networks.optimizer.Optimizer;
import io.mien.networks.parameter.Parameters;
import io.mien.networks.resnet.ResNet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The training of one seed: its network, optimiser, order and augmentation. */
final class ClassifierTrial implements AutoCloseable {
  private static final String CURRENT = "current/";

  private final NDManager root;
  private final ResNet network;
  private final Optimizer optimizer;
  private final ClassTargets targets;
  private final BatchOrder order;
  private final long seed;
  private final Prefetch<PixelMemory, DrawnPixels> batches;

  ClassifierTrial(ClassifierTrainingSpec spec, ClassifierData data, long seed, NDManager root) {
    ImageSet images = data.images();
    this.seed = seed;
    this.root = root;
    order = new BatchOrder(images.size(), spec.batchSize(), seed);
    targets = new ClassTargets(spec.classWeights().of(images), spec.labelSmoothing());
    network = ResNet.initialize(spec.network(), images.labels().size(), root, seed);
    if (data.pretrained() != null) {
      new PretrainedWeights(network, data.pretrained()).load();
    }
    optimizer = spec.optimizer().over(network.weights());
    BatchPixels pixels = new BatchPixels(images, order, spec.augmentation(), seed);
    batches =
        new Prefetch<>(
            (iteration, memory) -> pixels.draw(iteration, iteration, memory),
            () -> new PixelMemory(spec.batchSize(), spec.imageSize()));
  }

  long seed() {
    return seed;
  }

  ResNet network() {
    return network;
  }

  long optimizerSteps() {
    return optimizer.steps();
  }

  int stepsPerEpoch() {
    return order.batchesPerEpoch();
  }

  /** One step at an iteration of this seed, counted from 0; gives the loss. */
  double step(long iteration, double rate) {
    DrawnPixels drawn = batches.get(iteration);
    try (NDManager scope = root.newSubManager()) {
      int[] labels = drawn.shown().stream().mapToInt(HeldLabels::only).toArray();
      NDArray x = drawn.images(scope);
      network.weights().startStep();
      try (Autograd recording = Autograd.recording();
          NDArray rows = targets.rows(labels, scope);
          NDArray logits = network.forward(x, Statistics.BATCH);
          NDArray loss = ClassificationLoss.crossEntropy(logits, rows)) {
        Autograd.backward(loss);
        optimizer.update(rate);
        return loss.getFloat();
      }
    }
  }

  /** Everything a later attempt needs to go on with this seed. */
  Map<String, NDArray> arrays() {
    Map<String, NDArray> arrays = new LinkedHashMap<>(optimizer.state().asMap());
    current()
        .forEach(
            parameters ->
                parameters.asMap().forEach((name, array) -> arrays.put(CURRENT + name, array)));
    return arrays;
  }

  void restore(Safetensors state, long optimizerSteps) {
    CheckpointDirectory.restore(optimizer.state(), state, "");
    current().forEach(parameters -> CheckpointDirectory.restore(parameters, state, CURRENT));
    optimizer.resumeAt(optimizerSteps);
  }

  private List<Parameters> current() {
    return List.of(network.weights(), network.buffers());
  }

  @Override
  public void close() {
    batches.close();
    network.close();
    optimizer.close();
  }
}
