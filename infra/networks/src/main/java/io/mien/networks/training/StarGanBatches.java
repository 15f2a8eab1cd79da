package io.mien.networks.training;

import ai.djl.ndarray.NDManager;
import io.mien.networks.stargan.MicroBatches;
import io.mien.networks.stargan.StarGanBatch;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The batches of adversarial steps, each from the set whose turn it is. While a step runs, the next
 * part's pixels are drawn on another thread.
 */
final class StarGanBatches implements AutoCloseable {
  private final StarGanTrainingSpec spec;
  private final TrainingSets sets;
  private final NDManager root;
  private final List<SetBatches> batches;
  private final BatchArrays arrays;
  private final Prefetch<BatchMemory, DrawnBatch> drawn;

  StarGanBatches(StarGanTrainingSpec spec, TrainingSets sets, NDManager root) {
    this.spec = spec;
    this.sets = sets;
    this.root = root;
    batches =
        IntStream.range(0, sets.count()).mapToObj(set -> new SetBatches(spec, sets, set)).toList();
    arrays = new BatchArrays(sets, spec.seed());
    drawn = new Prefetch<>(this::draw, () -> BatchMemory.of(spec));
  }

  /** One part; its numbers are the same whenever and wherever it is drawn. */
  DrawnBatch draw(long draw, BatchMemory memory) {
    long step = draw / spec.microBatches();
    int number = (int) (draw % spec.microBatches());
    BatchPart part = BatchPart.of(step, number, spec.microBatches(), spec.batchSize());
    return batches.get(sets.turn(step)).draw(sets.round(step), part, memory);
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
        for (int part = 0; part < count(); part++) {
          try (NDManager scope = root.newSubManager()) {
            use.accept(arrays.of(drawn.get(step * count() + part), scope));
          }
        }
      }
    };
  }

  @Override
  public void close() {
    drawn.close();
  }
}
