package io.mien.networks.training;

import io.mien.networks.image.ImageSet;
import io.mien.networks.label.HeldLabels;
import io.mien.networks.random.CounterRandom;
import java.util.List;

/**
 * The batches of one set; everything random in them hangs on seed and step alone, so that targets
 * are chosen over the whole batch whatever its parts. One thread at a time.
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
   */
  DrawnBatch draw(long round, BatchPart part, BatchMemory memory) {
    int[] positions = order.positions(round);
    List<HeldLabels> originals = pixels.labels(positions, part.step());
    CounterRandom random = CounterRandom.of(spec.seed(), "targets", part.step());
    List<HeldLabels> targets = spec.targets().choose(originals, sets.get(set).labels(), random);
    pixels.write(positions, part, memory.images());
    float[] known =
        spec.paired().used()
            ? counterparts.write(positions, targets, part, memory.counterparts())
            : null;
    return new DrawnBatch(set, part, part.of(originals), part.of(targets), known, memory);
  }
}
