package io.mien.networks.resnet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.mien.networks.layer.Activation;
import io.mien.networks.layer.BatchNorm;
import io.mien.networks.layer.BatchNorm.Statistics;
import io.mien.networks.parameter.Initialization;
import io.mien.networks.parameter.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * Residual classifier (He et al. 2016) under torchvision's names: images (N, 3, H, W) give logits
 * (N, classes). Weights are learned, buffers hold the running statistics.
 */
public final class ResNet implements AutoCloseable {
  private final ResNetSpec spec;
  private final Parameters weights;
  private final Parameters buffers;
  private final NormalizedConvolution stem;
  private final List<ResidualBlock> blocks;

  private ResNet(ResNetSpec spec, Parameters weights, Parameters buffers) {
    this.spec = spec;
    this.weights = weights;
    this.buffers = buffers;
    this.stem = stem(spec);
    this.blocks = blocks(spec);
  }

  /** A new classifier with torchvision's start, reproducible from the seed. */
  public static ResNet initialize(ResNetSpec spec, int classes, NDManager manager, long seed) {
    Parameters weights = new Parameters(manager);
    Parameters buffers = new Parameters(manager);
    Initialization init = new Initialization(weights, seed, "classifier");
    Initialization bufferInit = new Initialization(buffers, seed, "classifier");
    ResNet network = new ResNet(spec, weights, buffers);
    network.stem.initialize(init, bufferInit);
    network.blocks.forEach(block -> block.initialize(init, bufferInit));
    init.linear("fc", classes, spec.features());
    return network;
  }

  /** A classifier over given weights and buffers, which it owns from here on. */
  public static ResNet of(ResNetSpec spec, Parameters weights, Parameters buffers) {
    return new ResNet(spec, weights, buffers);
  }

  public NDArray forward(NDArray x, Statistics statistics) {
    NDArray h = stem(x, statistics);
    for (ResidualBlock block : blocks) {
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
    NDArray h;
    try (NDArray scaled = spec.pixels().apply(x)) {
      h = Activation.relu(stem.apply(weights, buffers, scaled, statistics));
    }
    if (!spec.stem().pool()) {
      return h;
    }
    try (NDArray wide = h) {
      Shape two = new Shape(2, 2);
      return JniUtils.maxPool((PtNDArray) wide, new Shape(3, 3), two, new Shape(1, 1), false);
    }
  }

  private static NormalizedConvolution stem(ResNetSpec spec) {
    Stem stem = spec.stem();
    BatchNorm norm = new BatchNorm("bn1");
    return new NormalizedConvolution("conv1", norm, 3, spec.width(), stem.kernel(), stem.stride());
  }

  private static List<ResidualBlock> blocks(ResNetSpec spec) {
    List<ResidualBlock> blocks = new ArrayList<>();
    int in = spec.width();
    for (int stage = 0; stage < 4; stage++) {
      int planes = spec.planes(stage);
      for (int i = 0; i < spec.blocks()[stage]; i++) {
        int stride = stage > 0 && i == 0 ? 2 : 1;
        String name = "layer%d.%d".formatted(stage + 1, i);
        blocks.add(
            spec.expansion() == 1
                ? new BasicBlock(name, in, planes, stride)
                : new Bottleneck(name, in, planes, stride));
        in = planes * spec.expansion();
      }
    }
    return List.copyOf(blocks);
  }
}
