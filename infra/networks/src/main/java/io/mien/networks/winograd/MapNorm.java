package io.mien.networks.winograd;

import ai.djl.ndarray.NDArray;
import io.mien.networks.script.TorchFunction;

/**
 * Instance normalisation of maps (N, H, W, C), contiguous: the statistics in one pass, then scale
 * and shift folded into one multiplication and addition. Scale and shift are (C) or (N, C).
 */
public final class MapNorm {
  private static final String FOLD =
      """
          n, h, w, c, = torch.size(x)
          maps = torch.permute(x, [0, 3, 1, 2])
          means = annotate(List[Tensor], [])
          variances = annotate(List[Tensor], [])
          for i in range(n):
            image = torch.slice(maps, 0, i, torch.add(i, 1), 1)
            mean, variance, = torch.batch_norm_update_stats(image, None, None, 0.)
            _0 = torch.append(means, mean)
            _1 = torch.append(variances, variance)
          deviations = torch.rsqrt(torch.add(torch.stack(variances), 1.0000000000000001e-05))
          factors = torch.mul(deviations, scale)
          offsets = torch.sub(shift, torch.mul(torch.stack(means), factors))
          factor = torch.reshape(factors, [n, 1, 1, c])
          offset = torch.reshape(offsets, [n, 1, 1, c])
      """;
  private static final TorchFunction RELU =
      TorchFunction.of(
          FOLD
              + "    _2 = torch.addcmul(offset, x, factor, out=target)\n"
              + "    return torch.relu_(target)\n",
          "x",
          "scale",
          "shift",
          "target");
  private static final TorchFunction ADD =
      TorchFunction.of(
          FOLD
              + "    _2 = torch.addcmul_(target, x, factor)\n"
              + "    return torch.add_(target, offset)\n",
          "x",
          "scale",
          "shift",
          "target");

  private MapNorm() {}

  /** Writes max(0, normalised) to the target. */
  public static void relu(NDArray maps, NDArray scale, NDArray shift, NDArray target) {
    RELU.apply(maps, scale, shift, target).close();
  }

  /** Adds the normalised maps to the target. */
  public static void add(NDArray maps, NDArray scale, NDArray shift, NDArray target) {
    ADD.apply(maps, scale, shift, target).close();
  }
}
