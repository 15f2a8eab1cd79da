package io.mien.networks.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.mien.networks.script.TorchFunction;

/** Selection and replacement along the first axis; indices are an array of 64-bit integers. */
public final class Rows {
  private static final TorchFunction SELECT =
      TorchFunction.of("    return torch.index_select(x, 0, rows)\n", "x", "rows");
  private static final TorchFunction COPY =
      TorchFunction.of(
          "    return torch.copy_(target, torch.index_select(x, 0, rows))\n",
          "x",
          "rows",
          "target");
  private static final TorchFunction PUT =
      TorchFunction.of("    return torch.index_copy_(target, 0, rows, x)\n", "x", "rows", "target");

  private Rows() {}

  public static NDArray indices(int[] rows, NDManager manager) {
    long[] wide = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      wide[i] = rows[i];
    }
    return manager.create(wide);
  }

  public static NDArray select(NDArray x, NDArray rows) {
    return SELECT.apply(x, rows);
  }

  /** Writes the selected rows to the target. */
  public static void copy(NDArray x, NDArray rows, NDArray target) {
    COPY.apply(x, rows, target).close();
  }

  /** Writes x to these rows of the target. */
  public static void put(NDArray x, NDArray rows, NDArray target) {
    PUT.apply(x, rows, target).close();
  }
}
