package io.mien.networks.optimizer;

import ai.djl.ndarray.NDArray;
import io.mien.networks.device.Autograd;
import io.mien.networks.parameter.Parameters;

/**
 * Exponential moving average of weights. Early on the decay is (1 + n) / (10 + n), so that the
 * start is forgotten quickly.
 */
public final class MovingAverage implements AutoCloseable {
  private final Parameters source;
  private final double decay;
  private final Parameters average;

  public MovingAverage(Parameters source, double decay) {
    if (!(decay > 0 && decay < 1)) {
      throw new IllegalArgumentException("Decay must lie between 0 and 1, found " + decay + ".");
    }
    this.source = source;
    this.decay = decay;
    this.average = new Parameters(source.manager().getParentManager());
    try (Autograd silent = Autograd.silent()) {
      source.asMap().forEach(average::add);
    }
  }

  /** Follows the source after its {@code step}-th change, counted from 0. */
  public void follow(long step) {
    float share = (float) (1 - Math.min(decay, (1.0 + step) / (10.0 + step)));
    try (Autograd silent = Autograd.silent()) {
      average
          .asMap()
          .forEach(
              (name, mean) -> {
                try (NDArray difference = source.get(name).sub(mean)) {
                  mean.addi(difference.muli(share));
                }
              });
    }
  }

  public Parameters average() {
    return average;
  }

  @Override
  public void close() {
    average.close();
  }
}
