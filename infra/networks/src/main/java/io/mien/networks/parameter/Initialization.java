package io.mien.networks.parameter;

import ai.djl.ndarray.types.Shape;
import io.mien.networks.random.CounterRandom;
import java.util.Arrays;

/**
 * PyTorch's default start: weights and biases uniform in ±1/√fan_in (Kaiming uniform with a = √5),
 * scales 1, shifts 0. Every array draws from a stream of its own name, so adding a layer changes no
 * other layer's start.
 */
public final class Initialization {
  private final Parameters parameters;
  private final long seed;
  private final String stream;

  public Initialization(Parameters parameters, long seed, String network) {
    this.parameters = parameters;
    this.seed = seed;
    this.stream = "init/" + network + "/";
  }

  /** Weight (first, second, kernel, kernel) whose fan-in is second x kernel². */
  public void convolution(String name, long first, long second, int kernel) {
    scaledConvolution(name, first, second, kernel, 1);
  }

  /** The same, with every weight multiplied. */
  public void scaledConvolution(String name, long first, long second, int kernel, double scale) {
    double bound = scale / Math.sqrt(second * kernel * kernel);
    uniform(name, new Shape(first, second, kernel, kernel), bound);
  }

  /** Given values in one dimension. */
  public void values(String name, float[] values) {
    parameters.put(name, new Shape(values.length), values);
  }

  /** Bias of a convolution or linear layer with the given fan-in. */
  public void bias(String name, long size, long fanIn) {
    uniform(name, new Shape(size), 1 / Math.sqrt(fanIn));
  }

  public void linear(String name, long outputs, long inputs) {
    uniform(name + ".weight", new Shape(outputs, inputs), 1 / Math.sqrt(inputs));
    bias(name + ".bias", outputs, inputs);
  }

  /** Scale 1 and shift 0 of a normalisation. */
  public void normalization(String name, long channels) {
    constant(name + ".weight", new Shape(channels), 1);
    constant(name + ".bias", new Shape(channels), 0);
  }

  public void constant(String name, Shape shape, float value) {
    float[] values = room(name, shape);
    Arrays.fill(values, value);
    parameters.put(name, shape, values);
  }

  /** Normal around {@code mean}. */
  public void normal(String name, Shape shape, double mean, double deviation) {
    CounterRandom random = CounterRandom.of(seed, stream + name, 0);
    float[] values = room(name, shape);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (mean + deviation * random.nextGaussian());
    }
    parameters.put(name, shape, values);
  }

  private void uniform(String name, Shape shape, double bound) {
    CounterRandom random = CounterRandom.of(seed, stream + name, 0);
    float[] values = room(name, shape);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
    }
    parameters.put(name, shape, values);
  }

  private static float[] room(String name, Shape shape) {
    if (shape.size() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "'%s' would have %,d weights %s; an array has at most %,d: make the network narrower."
              .formatted(name, shape.size(), shape, Integer.MAX_VALUE));
    }
    return new float[(int) shape.size()];
  }
}
