package io.mien.networks.training;

import io.mien.networks.image.ImageSet;
import io.mien.networks.label.HeldLabels;
import io.mien.networks.random.CounterRandom;
import java.util.Arrays;
import java.util.List;

/**
 * The batches of one set; everything random in them hangs on seed and draw alone. One thread at a
 * time.
 */
final class SetBatches {
  private final StarGanTrainingSpec spec;
  private final TrainingSets sets;
  private final int set;
  private final BatchOrder order;
  private final AugmentedPixels pixels;
  private final Counterparts counterparts;

  SetBatches(StarGanTrainingSpec spec, TrainingSets sets, int set) {
    this.spec = spec;
    this.sets = sets;
    this.set = set;
    ImageSet images = sets.get(set);
    long orderSeed = TrainingSets.orderSeed(spec.seed(), set);
    order = new BatchOrder(images.size(), spec.batchSize(), orderSeed);
    pixels = new AugmentedPixels(images, spec.augmentation(), spec.seed());
    counterparts = new Counterparts(sets, set, pixels, spec.seed());
  }

  /**
   * Draws one part of a batch.
   *
   * @param round how often this set had its turn before
   * @param draw number of the part in the whole training
   */
  DrawnBatch draw(long round, long draw, BatchMemory memory) {
    int[] positions = part(order.positions(round), (int) (draw % spec.microBatches()));
    List<HeldLabels> originals = pixels.labels(positions, draw);
    CounterRandom random = CounterRandom.of(spec.seed(), "targets", draw);
    List<HeldLabels> targets = spec.targets().choose(originals, sets.get(set).labels(), random);
    pixels.write(positions, draw, memory.images());
    float[] known =
        spec.paired().used()
            ? counterparts.write(positions, targets, draw, memory.counterparts())
            : null;
    return new DrawnBatch(set, draw, originals, targets, known, memory);
  }

  private int[] part(int[] positions, int part) {
    int size = positions.length / spec.microBatches();
    return Arrays.copyOfRange(positions, part * size, (part + 1) * size);
  }
}
