package io.mien.networks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.image.ImageSet;
import io.mien.networks.label.HeldLabels;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelRows;
import io.mien.networks.random.CounterRandom;
import io.mien.networks.stargan.MicroBatches;
import io.mien.networks.stargan.StarGanBatch;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** The batches of one set; everything random in them hangs on seed and step alone. */
final class SetBatches {
  private final StarGanTrainingSpec spec;
  private final TrainingSets sets;
  private final int set;
  private final NDManager root;
  private final BatchOrder order;
  private final BatchPixels pixels;
  private final Counterparts counterparts;

  SetBatches(StarGanTrainingSpec spec, TrainingSets sets, int set, NDManager root) {
    this.spec = spec;
    this.sets = sets;
    this.set = set;
    this.root = root;
    ImageSet images = sets.get(set);
    int size = spec.batchSize() / spec.microBatches();
    long orderSeed = TrainingSets.orderSeed(spec.seed(), set);
    order = new BatchOrder(images.size(), spec.batchSize(), orderSeed);
    pixels = new BatchPixels(images, size, spec.augmentation(), spec.seed());
    counterparts = new Counterparts(sets, set, size, spec.augmentation(), spec.seed());
  }

  /**
   * The parts of a step's batch.
   *
   * @param round how often this set had its turn before
   * @param step of the whole training
   */
  MicroBatches of(long round, long step) {
    return new MicroBatches() {
      @Override
      public int count() {
        return spec.microBatches();
      }

      @Override
      public void forEach(Consumer<StarGanBatch> use) {
        int[] positions = order.positions(round);
        int size = positions.length / count();
        for (int part = 0; part < count(); part++) {
          int[] mine = Arrays.copyOfRange(positions, part * size, (part + 1) * size);
          try (NDManager scope = root.newSubManager()) {
            use.accept(batch(mine, step * count() + part, scope));
          }
        }
      }
    };
  }

  /**
   * @param draw number of the part in the whole training
   */
  private StarGanBatch batch(int[] positions, long draw, NDManager scope) {
    LabelGroup group = sets.get(set).labels();
    List<HeldLabels> originals = pixels.labels(positions, draw);
    CounterRandom targetRandom = CounterRandom.of(spec.seed(), "targets", draw);
    List<HeldLabels> targets = spec.targets().choose(originals, group, targetRandom);
    return new StarGanBatch(
        pixels.fill(positions, draw, scope),
        labels(originals, scope),
        labels(targets, scope),
        alpha(positions.length, draw, scope),
        sets.group(set),
        spec.paired().used() ? counterparts.of(positions, targets, draw, scope) : null,
        CounterRandom.of(spec.seed(), "critic-augmentation", draw));
  }

  private StarGanBatch.Labels labels(List<HeldLabels> held, NDManager scope) {
    NDArray values = LabelRows.values(sets.get(set).labels(), held, scope);
    if (sets.labels().groups().size() == 1) {
      return new StarGanBatch.Labels(values, values); // one group: the condition is the label
    }
    return new StarGanBatch.Labels(
        values, LabelRows.conditions(sets.labels(), sets.group(set), held, scope));
  }

  private NDArray alpha(int size, long draw, NDManager scope) {
    CounterRandom random = CounterRandom.of(spec.seed(), "alpha", draw);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = random.nextFloat();
    }
    return scope.create(FloatBuffer.wrap(values), new Shape(size, 1, 1, 1), DataType.FLOAT32);
  }
}
