package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import io.mien.networks.random.CounterRandom;
import io.mien.networks.random.PartRandom;
import org.jspecify.annotations.Nullable;

/**
 * Input of one iteration.
 *
 * @param images (N, 3, S, S) in [-1, 1]
 * @param original what the images show
 * @param target what they are to become
 * @param alpha (N, 1, 1, 1), the share of the real image in the penalty's interpolation
 * @param group the label group that this batch's dataset knows
 * @param counterpart the same people as they should look, or null when nobody asks
 * @param changes what the critic's augmentation draws from
 */
public record StarGanBatch(
    NDArray images,
    Labels original,
    Labels target,
    NDArray alpha,
    int group,
    @Nullable Counterpart counterpart,
    Changes changes) {

  /** A batch without counterparts, the paper's. */
  public StarGanBatch(NDArray images, Labels original, Labels target, NDArray alpha, int group) {
    this(images, original, target, alpha, group, null, Changes.none());
  }

  /**
   * Random numbers of the critic's augmentation.
   *
   * @param critic in its own step: first for the real images, then for the generated ones
   * @param generator in the generator's step
   */
  public record Changes(PartRandom critic, PartRandom generator) {
    static Changes none() {
      PartRandom unused = PartRandom.whole(CounterRandom.of(0, "none", 0));
      return new Changes(unused, unused);
    }
  }

  /**
   * Labels of a batch, twice.
   *
   * @param values (N, labels of the group), for the classification loss
   * @param condition (N, K), for the generator
   */
  public record Labels(NDArray values, NDArray condition) {}
}
