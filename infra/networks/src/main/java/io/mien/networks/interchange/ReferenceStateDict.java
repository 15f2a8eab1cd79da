package io.mien.networks.interchange;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A generator's weights as the state_dict of the public reference, complete for {@code
 * load_state_dict(strict=True)}: its InstanceNorm2d(affine, track_running_stats) has running
 * statistics, which neither program uses while generating in training mode, as the reference does.
 */
final class ReferenceStateDict {
  private static final String BIAS = ".bias";

  private ReferenceStateDict() {}

  /** The weights and, after every normalisation, fresh statistics, which the manager owns. */
  static Map<String, NDArray> of(Map<String, NDArray> weights, NDManager manager) {
    Map<String, NDArray> complete = new LinkedHashMap<>();
    weights.forEach(
        (name, array) -> {
          complete.put(name, array);
          if (name.endsWith(BIAS) && normalises(name, weights)) {
            String norm = name.substring(0, name.length() - BIAS.length());
            Shape channels = array.getShape();
            complete.put(norm + ".running_mean", manager.zeros(channels));
            complete.put(norm + ".running_var", manager.ones(channels));
            complete.put(norm + ".num_batches_tracked", manager.zeros(new Shape(), DataType.INT64));
          }
        });
    return complete;
  }

  /** A vector beside a vector belongs to a normalisation; beside a kernel, to a convolution. */
  private static boolean normalises(String bias, Map<String, NDArray> weights) {
    NDArray weight = weights.get(bias.substring(0, bias.length() - BIAS.length()) + ".weight");
    return weight != null && weight.getShape().dimension() == 1;
  }
}
