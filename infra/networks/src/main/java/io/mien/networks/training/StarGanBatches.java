package io.mien.networks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.image.ImageSet;
import io.mien.networks.random.CounterRandom;
import io.mien.networks.stargan.MicroBatches;
import io.mien.networks.stargan.StarGanBatch;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The batches of adversarial steps; everything random in them hangs on seed and step alone. */
final class StarGanBatches {
  private final StarGanTrainingSpec spec;
  private final ImageSet images;
  private final NDManager root;
  private final BatchOrder order;
  private final BatchPixels pixels;
  private final Counterparts counterparts;

  StarGanBatches(StarGanTrainingSpec spec, ImageSet images, NDManager root) {
    this.spec = spec;
    this.images = images;
    this.root = root;
    int size = spec.batchSize() / spec.microBatches();
    order = new BatchOrder(images.size(), spec.batchSize(), spec.seed());
    pixels = new BatchPixels(images, size, spec.augmentation(), spec.seed());
    counterparts = new Counterparts(images, size, spec.augmentation(), spec.seed());
  }

  /** The parts of a step's batch. */
  MicroBatches of(long step) {
    return new MicroBatches() {
      @Override
      public int count() {
        return spec.microBatches();
      }

      @Override
      public void forEach(Consumer<StarGanBatch> use) {
        int[] positions = order.positions(step);
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
    int[] originals = IntStream.of(positions).map(at -> images.get(at).label()).toArray();
    CounterRandom targetRandom = CounterRandom.of(spec.seed(), "targets", draw);
    int[] targets = spec.targets().choose(originals, images.labels().size(), targetRandom);
    return new StarGanBatch(
        pixels.fill(positions, draw, scope),
        labels(originals, scope),
        labels(targets, scope),
        alpha(positions.length, draw, scope),
        0,
        spec.paired().used() ? counterparts.of(positions, targets, draw, scope) : null,
        CounterRandom.of(spec.seed(), "critic-augmentation", draw));
  }

  private StarGanBatch.Labels labels(int[] indices, NDManager scope) {
    NDArray oneHot = OneHot.rows(images.labels(), indices, scope);
    return new StarGanBatch.Labels(oneHot, oneHot); // one group: the condition is the label
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
