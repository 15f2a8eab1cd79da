package io.mien.networks.resnet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.mien.networks.layer.Activation;
import io.mien.networks.layer.BatchNorm;
import io.mien.networks.layer.BatchNorm.Statistics;
import io.mien.networks.layer.Convolution;
import io.mien.networks.parameter.Initialization;
import io.mien.networks.parameter.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * Residual classifier (He et al. 2016) under torchvision's names: images (N, 3, H, W) give logits
 * (N, classes). Weights are learned, buffers hold the running statistics.
 */
public final class ResNet implements AutoCloseable {
  private static final BatchNorm STEM_NORM = new BatchNorm("bn1");

  private final ResNetSpec spec;
  private final Parameters weights;
  private final Parameters buffers;
  private final List<BasicBlock> blocks;

  private ResNet(ResNetSpec spec, Parameters weights, Parameters buffers) {
    this.spec = spec;
    this.weights = weights;
    this.buffers = buffers;
    this.blocks = blocks(spec);
  }

  /** A new classifier with torchvision's start, reproducible from the seed. */
  public static ResNet initialize(ResNetSpec spec, int classes, NDManager manager, long seed) {
    Parameters weights = new Parameters(manager);
    Parameters buffers = new Parameters(manager);
    Initialization init = new Initialization(weights, seed, "classifier");
    Initialization bufferInit = new Initialization(buffers, seed, "classifier");
    ResNet network = new ResNet(spec, weights, buffers);
    int kernel = spec.stem().kernel();
    double deviation = Math.sqrt(2.0 / (spec.width() * kernel * kernel));
    init.normal("conv1.weight", new Shape(spec.width(), 3, kernel, kernel), 0, deviation);
    STEM_NORM.initialize(init, bufferInit, spec.width());
    network.blocks.forEach(block -> block.initialize(init, bufferInit));
    init.linear("fc", classes, spec.channels(3));
    return network;
  }

  /** A classifier over given weights and buffers, which it owns from here on. */
  public static ResNet of(ResNetSpec spec, Parameters weights, Parameters buffers) {
    return new ResNet(spec, weights, buffers);
  }

  public NDArray forward(NDArray x, Statistics statistics) {
    NDArray h = stem(x, statistics);
    for (BasicBlock block : blocks) {
      h = block.forward(weights, buffers, h, statistics);
    }
    try (NDArray last = h;
        NDArray flat = last.reshape(last.getShape().get(0), last.getShape().get(1), -1);
        NDArray pooled = flat.mean(new int[] {2})) {
      return JniUtils.linear(
          (PtNDArray) pooled,
          (PtNDArray) weights.get("fc.weight"),
          (PtNDArray) weights.get("fc.bias"));
    }
  }

  public ResNetSpec spec() {
    return spec;
  }

  public Parameters weights() {
    return weights;
  }

  public Parameters buffers() {
    return buffers;
  }

  @Override
  public void close() {
    weights.close();
    buffers.close();
  }

  private NDArray stem(NDArray x, Statistics statistics) {
    Stem stem = spec.stem();
    NDArray h = Convolution.apply(x, weights.get("conv1.weight"), stem.stride(), stem.kernel() / 2);
    h = Activation.relu(STEM_NORM.apply(weights, buffers, h, statistics));
    if (!stem.pool()) {
      return h;
    }
    try (NDArray wide = h) {
      Shape two = new Shape(2, 2);
      return JniUtils.maxPool((PtNDArray) wide, new Shape(3, 3), two, new Shape(1, 1), false);
    }
  }

  private static List<BasicBlock> blocks(ResNetSpec spec) {
    List<BasicBlock> blocks = new ArrayList<>();
    int in = spec.width();
    for (int stage = 0; stage < 4; stage++) {
      int out = spec.channels(stage);
      for (int i = 0; i < spec.blocks()[stage]; i++) {
        int stride = stage > 0 && i == 0 ? 2 : 1;
        blocks.add(new BasicBlock("layer%d.%d".formatted(stage + 1, i), in, out, stride));
        in = out;
      }
    }
    return List.copyOf(blocks);
  }
}
