package io.mien.networks.random;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Random numbers for some of the images of a batch: those that each image has when the whole batch
 * is drawn at once.
 *
 * @param random of the whole batch
 * @param before images of the batch that come before these
 * @param after images of the batch that come after these
 */
public record PartRandom(CounterRandom random, int before, int after) {
  /** For all images of a batch. */
  public static PartRandom whole(CounterRandom random) {
    return new PartRandom(random, 0, 0);
  }

  /**
   * One draw for each of these images, in their order.
   *
   * @param images how many these are
   */
  public <T> List<T> draw(int images, Function<CounterRandom, T> each) {
    List<T> batch =
        IntStream.range(0, before + images + after).mapToObj(unused -> each.apply(random)).toList();
    return batch.subList(before, before + images);
  }
}
