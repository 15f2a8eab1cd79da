package io.mien.networks.inference;

import ai.djl.ndarray.NDArray;
import io.mien.networks.device.ArrayMemory;
import io.mien.networks.layer.Rows;
import io.mien.networks.stargan.Generator;
import io.mien.networks.stargan.PreparedGenerator;

/** A way through a generator's network, without recording gradients. */
sealed interface Translation {
  /**
   * Images (P, 3, H, W).
   *
   * @param x different faces (N, 3, H, W)
   * @param faceOf for each image the index of its face
   * @param conditions (P, K)
   */
  NDArray forward(NDArray x, int[] faceOf, NDArray conditions);

  /** The most that it keeps of the device's memory, weights included. */
  long bytes();

  /** The network as it is trained. */
  static Translation plain(Generator generator) {
    return new Plain(generator);
  }

  /**
   * The prepared network where there is one: on processors, for images at least as large as the
   * edge kernel. The generator must stay open and unchanged.
   */
  static Translation fastest(Generator generator, int imageSize) {
    boolean gpu = generator.parameters().manager().getDevice().isGpu();
    return gpu || imageSize < generator.spec().edgeKernel()
        ? plain(generator)
        : new Prepared(generator, generator.prepared());
  }

  /** The same operations as in training. */
  record Plain(Generator generator) implements Translation {
    @Override
    public NDArray forward(NDArray x, int[] faceOf, NDArray conditions) {
      try (NDArray rows = Rows.indices(faceOf, x.getManager());
          NDArray faces = Rows.select(x, rows)) {
        return generator.forward(faces, conditions);
      }
    }

    @Override
    public long bytes() {
      return ArrayMemory.bytes(generator.parameters().manager());
    }
  }

  /** Kernels and buffers of its own beside the weights. */
  record Prepared(Generator generator, PreparedGenerator prepared) implements Translation {
    @Override
    public NDArray forward(NDArray x, int[] faceOf, NDArray conditions) {
      return prepared.forward(x, faceOf, conditions);
    }

    @Override
    public long bytes() {
      return ArrayMemory.bytes(generator.parameters().manager()) + prepared.bytes();
    }
  }
}
