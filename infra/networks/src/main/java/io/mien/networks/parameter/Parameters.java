package io.mien.networks.parameter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.mien.networks.device.Autograd;
import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Arrays of one network under PyTorch's names, in a fixed order. Owns its memory. Not thread-safe:
 * one thread owns a network.
 */
public final class Parameters implements AutoCloseable {
  private final NDManager manager;
  private final Map<String, NDArray> arrays = new LinkedHashMap<>();

  public Parameters(NDManager parent) {
    manager = parent.newSubManager();
  }

  /** Adds an array of float32 values; the values are copied. */
  public void put(String name, Shape shape, float[] values) {
    try (NDArray borrowed = manager.create(FloatBuffer.wrap(values), shape, DataType.FLOAT32)) {
      add(name, borrowed);
    }
  }

  /** Adds a copy of {@code values}. */
  public void add(String name, NDArray values) {
    try (NDArray moved = values.toDevice(manager.getDevice(), true)) {
      NDArray own = JniUtils.clone((PtNDArray) moved);
      own.attach(manager);
      if (arrays.putIfAbsent(name, own) != null) {
        own.close();
        throw new IllegalArgumentException("Parameter '" + name + "' exists already.");
      }
    }
  }

  public NDArray get(String name) {
    NDArray array = arrays.get(name);
    if (array == null) {
      throw new IllegalArgumentException(
          "No parameter '%s'; there are %s.".formatted(name, arrays.keySet()));
    }
    return array;
  }

  public Set<String> names() {
    return Collections.unmodifiableSet(arrays.keySet());
  }

  public Map<String, NDArray> asMap() {
    return Collections.unmodifiableMap(arrays);
  }

  /** Number of scalars in all arrays. */
  public long size() {
    return arrays.values().stream().mapToLong(NDArray::size).sum();
  }

  public NDManager manager() {
    return manager;
  }

  /** Makes the arrays leaves of the graph: backward passes fill their gradients. */
  public void track() {
    arrays.values().forEach(array -> JniUtils.attachGradient((PtNDArray) array, true));
  }

  /** What a training step starts with: leaves of the graph without gradients. */
  public void startStep() {
    track();
    clearGradients();
  }

  /** Takes the arrays out of the graph: a backward pass spends nothing on them. */
  public void freeze() {
    arrays.values().forEach(array -> JniUtils.attachGradient((PtNDArray) array, false));
  }

  /** Gradient of one array, or null when no backward pass has reached it. The caller closes it. */
  public @Nullable NDArray gradient(String name) {
    return JniUtils.getGradient((PtNDArray) get(name));
  }

  /** Hands over the gradient of every array that a backward pass has reached, and closes it. */
  public void forEachGradient(BiConsumer<String, NDArray> use) {
    for (String name : arrays.keySet()) {
      try (NDArray gradient = gradient(name)) {
        if (gradient != null) {
          use.accept(name, gradient);
        }
      }
    }
  }

  /** ‖·‖₂ over the gradients of all arrays that a backward pass has reached. */
  public double gradientNorm() {
    try (Autograd silent = Autograd.silent();
        NDManager scope = manager.newSubManager()) {
      NDArray sum = scope.zeros(new Shape());
      forEachGradient(
          (name, gradient) -> {
            gradient.attach(scope);
            sum.addi(gradient.square().sum());
          });
      return Math.sqrt(sum.getFloat());
    }
  }

  public void clearGradients() {
    arrays.values().forEach(array -> JniUtils.zeroGrad((PtNDArray) array));
  }

  @Override
  public void close() {
    manager.close();
  }
}
