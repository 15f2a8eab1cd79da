package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.winograd.FeatureMaps;
import java.util.ArrayList;
import java.util.List;

/**
 * Buffers between the stages of a prepared generator, one behind each; residual blocks work in the
 * one that they read. The last is for the output, which needs no zeros around it.
 */
record Lane(List<FeatureMaps> buffers) {
  static Lane of(List<PreparedStage> stages, NDManager manager) {
    List<FeatureMaps> buffers = new ArrayList<>();
    for (PreparedStage stage : stages) {
      if (stage.addsToInput()) {
        buffers.add(buffers.get(buffers.size() - 1));
      } else if (buffers.size() == stages.size() - 1) {
        buffers.add(FeatureMaps.plain(manager));
      } else {
        buffers.add(FeatureMaps.bordered(manager));
      }
    }
    return new Lane(List.copyOf(buffers));
  }

  /** Maps behind a stage. */
  NDArray after(int stage, Shape shape) {
    return buffers.get(stage).inner(shape);
  }
}
