package io.mien.networks.inference;

import ai.djl.ndarray.NDArray;
import io.mien.networks.layer.Rows;
import io.mien.networks.stargan.Generator;

/** A way through a generator's network, without recording gradients. */
@FunctionalInterface
interface Translation {
  /**
   * Images (P, 3, H, W).
   *
   * @param x different faces (N, 3, H, W)
   * @param faceOf for each image the index of its face
   * @param conditions (P, K)
   */
  NDArray forward(NDArray x, int[] faceOf, NDArray conditions);

  /** The network as it is trained. */
  static Translation plain(Generator generator) {
    return (x, faceOf, conditions) -> {
      try (NDArray rows = Rows.indices(faceOf, x.getManager());
          NDArray faces = Rows.select(x, rows)) {
        return generator.forward(faces, conditions);
      }
    };
  }

  /**
   * The prepared network where there is one: on processors, for images at least as large as the
   * edge kernel. The generator must stay open and unchanged.
   */
  static Translation fastest(Generator generator, int imageSize) {
    boolean gpu = generator.parameters().manager().getDevice().isGpu();
    return gpu || imageSize < generator.spec().edgeKernel()
        ? plain(generator)
        : generator.prepared()::forward;
  }
}
