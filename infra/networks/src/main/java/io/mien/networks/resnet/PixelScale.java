package io.mien.networks.resnet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.FloatBuffer;
import java.util.Locale;

/** What the first convolution sees of images in [-1, 1]. */
public enum PixelScale {
  /** The images as they are. */
  @JsonProperty("symmetric")
  SYMMETRIC,
  /**
   * ((x + 1) / 2 − mean) / deviation with the channels' mean and deviation over ImageNet: what
   * torchvision's weights were trained with.
   */
  @JsonProperty("imagenet")
  IMAGENET;

  private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
  private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

  /** Images (N, 3, H, W) on this scale; leaves {@code x} open, the result may be closed. */
  NDArray apply(NDArray x) {
    return switch (this) {
      case SYMMETRIC -> x.reshape(x.getShape()); // a view
      case IMAGENET -> normalized(x);
    };
  }

  /** What each channel of an image in [-1, 1] is multiplied by. */
  public float[] factors() {
    float[] factors = {1, 1, 1};
    for (int channel = 0; this == IMAGENET && channel < 3; channel++) {
      factors[channel] = 0.5f / DEVIATION[channel];
    }
    return factors;
  }

  /** What is added to each channel then. */
  public float[] offsets() {
    float[] offsets = new float[3];
    for (int channel = 0; this == IMAGENET && channel < 3; channel++) {
      offsets[channel] = (0.5f - MEAN[channel]) / DEVIATION[channel];
    }
    return offsets;
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static NDArray normalized(NDArray x) {
    try (NDArray factor = channels(IMAGENET.factors(), x.getManager());
        NDArray offset = channels(IMAGENET.offsets(), x.getManager());
        NDArray scaled = x.mul(factor)) {
      return scaled.add(offset);
    }
  }

  private static NDArray channels(float[] values, NDManager manager) {
    return manager.create(FloatBuffer.wrap(values), new Shape(1, 3, 1, 1), DataType.FLOAT32);
  }
}
