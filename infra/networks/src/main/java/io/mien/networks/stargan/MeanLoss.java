package io.mien.networks.stargan;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Means over the equal parts in which the batch of a step came. */
record MeanLoss<T>(List<T> parts) {
  double of(ToDoubleFunction<T> loss) {
    return parts.stream().mapToDouble(loss).sum() / parts.size();
  }
}
