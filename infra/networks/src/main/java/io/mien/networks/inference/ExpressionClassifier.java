package io.mien.networks.inference;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.mien.networks.calibration.Calibration;
import io.mien.networks.calibration.Softmax;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.CheckpointManifest;
import io.mien.networks.checkpoint.NetworkKind;
import io.mien.networks.checkpoint.Safetensors;
import io.mien.networks.device.ArrayMemory;
import io.mien.networks.device.Autograd;
import io.mien.networks.device.HostCopy;
import io.mien.networks.image.PixelArrays;
import io.mien.networks.image.RgbImage;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.layer.BatchNorm.Statistics;
import io.mien.networks.resnet.ResNet;
import io.mien.networks.resnet.ResNetSpec;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A trained classifier with its label names. One thread owns it. */
public final class ExpressionClassifier implements AutoCloseable {
  public static final String FILE = "classifier.safetensors";
  private static final int CHUNK = 64;

  private final ResNet network;
  private final LabelGroup labels;
  private final int imageSize;
  private final double temperature;
  private final NDManager manager;

  private ExpressionClassifier(
      ResNet network, LabelGroup labels, int imageSize, double temperature, NDManager manager) {
    this.network = network;
    this.labels = labels;
    this.imageSize = imageSize;
    this.temperature = temperature;
    this.manager = manager;
  }

  public static ExpressionClassifier load(Path folder, Device device) {
    CheckpointDirectory checkpoint = CheckpointDirectory.open(folder, NetworkKind.CLASSIFIER);
    CheckpointManifest manifest = checkpoint.manifest();
    ResNetSpec spec = checkpoint.training("network", ResNetSpec.class);
    Safetensors file = checkpoint.read(FILE);
    LabelGroup labels = manifest.labelSpace().group(0);
    double temperature = temperature(manifest);
    return OwnedArrays.open(
        device,
        manager -> {
          ResNet network = ResNet.initialize(spec, labels.size(), manager, 0);
          CheckpointDirectory.restore(network.weights(), file, "");
          CheckpointDirectory.restore(network.buffers(), file, "");
          return new ExpressionClassifier(
              network, labels, manifest.imageSize(), temperature, manager);
        });
  }

  /** Uses a network that someone else owns, uncalibrated; closing does nothing to it. */
  public static ExpressionClassifier over(
      ResNet network, LabelGroup labels, int imageSize, NDManager parent) {
    return new ExpressionClassifier(network, labels, imageSize, 1, parent.newSubManager());
  }

  /** Temperature of a classifier's logits, 1 where none was fitted. */
  public static double temperature(CheckpointManifest manifest) {
    Calibration calibration = manifest.calibration();
    return calibration == null ? 1 : calibration.temperature();
  }

  public LabelGroup labels() {
    return labels;
  }

  public int imageSize() {
    return imageSize;
  }

  /** Temperature that logits are divided by before they become probabilities. */
  public double temperature() {
    return temperature;
  }

  /** What it keeps of the device's memory. */
  public long bytes() {
    return ArrayMemory.bytes(manager);
  }

  /** Calibrated probability of every label, in the labels' order, for every image. */
  public float[][] probabilities(List<RgbImage> images) {
    float[][] rows = logits(images);
    for (float[] row : rows) {
      double[] shares = Softmax.of(row, 1 / temperature);
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) shares[i];
      }
    }
    return rows;
  }

  /** Logits of every label, in the labels' order, for every image. */
  public float[][] logits(List<RgbImage> images) {
    float[][] rows = new float[images.size()][];
    for (int start = 0; start < images.size(); start += CHUNK) {
      int end = Math.min(images.size(), start + CHUNK);
      float[] chunk = chunk(images.subList(start, end));
      for (int i = start; i < end; i++) {
        int from = (i - start) * labels.size();
        rows[i] = Arrays.copyOfRange(chunk, from, from + labels.size());
      }
    }
    return rows;
  }

  /** Index of the largest of probabilities, or of logits. */
  public static int best(float[] probabilities) {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    return best;
  }

  private float[] chunk(List<RgbImage> images) {
    for (RgbImage image : images) {
      if (image.width() != imageSize || image.height() != imageSize) {
        throw new IllegalArgumentException(
            "The image is %d x %d, the network takes %d x %d."
                .formatted(image.width(), image.height(), imageSize, imageSize));
      }
    }
    try (Autograd silent = Autograd.silent();
        NDManager scope = manager.newSubManager();
        NDArray x = PixelArrays.toArray(images, scope);
        NDArray logits = network.forward(x, Statistics.RUNNING)) {
      return HostCopy.floats(logits);
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
