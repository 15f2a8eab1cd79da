package io.mien.networks.winograd;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import org.jspecify.annotations.Nullable;

/**
 * A buffer of feature maps (N, H, W, C), with or without zeros around them. It grows as needed and
 * belongs to the manager it was made with. Not thread-safe.
 */
public final class FeatureMaps {
  /** Rows and columns that a {@link Tiling} reads before the maps. */
  private static final int BEFORE = 1;

  /** The most rows and columns that any tiling reads after them. */
  private static final int AFTER = 7;

  private final NDManager manager;
  private final int before;
  private final int after;
  private @Nullable NDArray whole;
  private @Nullable NDArray inner;

  private FeatureMaps(NDManager manager, int before, int after) {
    this.manager = manager;
    this.before = before;
    this.after = after;
  }

  /** Maps that a {@link WinogradConvolution} reads. */
  public static FeatureMaps bordered(NDManager manager) {
    return new FeatureMaps(manager, BEFORE, AFTER);
  }

  /** Maps alone, contiguous. */
  public static FeatureMaps plain(NDManager manager) {
    return new FeatureMaps(manager, 0, 0);
  }

  /**
   * Maps of a shape (n, height, width, C) to write to and read from, without the zeros around them.
   * They stay the buffer's, and hold what was last written to them.
   */
  public NDArray inner(Shape shape) {
    NDArray current = inner;
    if (current != null && current.getShape().equals(shape)) {
      return current;
    }
    if (current != null) {
      current.close();
    }
    NDArray view = view(enough(shape), shape);
    inner = view;
    return view;
  }

  private NDArray enough(Shape maps) {
    long around = before + after;
    Shape wanted = new Shape(maps.get(0), maps.get(1) + around, maps.get(2) + around, maps.get(3));
    NDArray present = whole;
    if (present != null) {
      Shape shape = present.getShape();
      if (shape.get(0) >= wanted.get(0) && shape.slice(1).equals(wanted.slice(1))) {
        return present;
      }
      present.close();
    }
    NDArray zeros = manager.zeros(wanted);
    whole = zeros;
    return zeros;
  }

  private NDArray view(NDArray all, Shape maps) {
    try (NDArray some = JniUtils.slice((PtNDArray) all, 0, 0, maps.get(0), 1);
        NDArray rows = JniUtils.slice((PtNDArray) some, 1, before, before + maps.get(1), 1)) {
      return JniUtils.slice((PtNDArray) rows, 2, before, before + maps.get(2), 1);
    }
  }
}
