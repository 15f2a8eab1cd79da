package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import io.mien.networks.device.Autograd;
import org.jspecify.annotations.Nullable;

/**
 * A batch's images x with the wanted labels, G(x, t), and back again, G(G(x, t), s). The way back
 * costs a second pass through the generator; it is made once, when first asked for.
 */
final class Translation implements AutoCloseable {
  private final Generator generator;
  private final StarGanBatch batch;
  private final boolean recorded;
  private final NDArray fake;
  private @Nullable NDArray cycled;

  private Translation(Generator generator, StarGanBatch batch, boolean recorded) {
    this.generator = generator;
    this.batch = batch;
    this.recorded = recorded;
    fake = forward(batch.images(), batch.target());
  }

  /** Part of the graph: losses of its images reach the generator. */
  static Translation recorded(Generator generator, StarGanBatch batch) {
    return new Translation(generator, batch, true);
  }

  /** Outside any graph, for critics. */
  static Translation silent(Generator generator, StarGanBatch batch) {
    return new Translation(generator, batch, false);
  }

  private NDArray forward(NDArray x, StarGanBatch.Labels labels) {
    if (recorded) {
      return generator.forward(x, labels.condition());
    }
    try (Autograd silent = Autograd.silent()) {
      return generator.forward(x, labels.condition());
    }
  }

  StarGanBatch batch() {
    return batch;
  }

  NDArray fake() {
    return fake;
  }

  NDArray cycled() {
    if (cycled == null) {
      cycled = forward(fake, batch.original());
    }
    return cycled;
  }

  @Override
  public void close() {
    fake.close();
    if (cycled != null) {
      cycled.close();
    }
  }
}
