package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.winograd.FeatureMaps;
import io.mien.networks.winograd.Scratch;
import java.util.ArrayList;
import java.util.List;

/**
 * Memory in which a prepared generator computes one piece at a time.
 *
 * @param buffers between the stages, one behind each; residual blocks work in the one that they
 *     read. The last is for the output, which needs no zeros around it.
 * @param hidden maps inside a residual block
 * @param scratch of its convolutions
 */
record Lane(List<FeatureMaps> buffers, FeatureMaps hidden, Scratch scratch) {
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
    return new Lane(List.copyOf(buffers), FeatureMaps.bordered(manager), Scratch.create(manager));
  }

  /** Maps behind a stage. */
  NDArray after(int stage, Shape shape) {
    return buffers.get(stage).inner(shape);
  }
}
