package io.mien.networks.training;

import ai.djl.ndarray.NDManager;
import io.mien.networks.stargan.MicroBatches;
import java.util.List;
import java.util.stream.IntStream;

/** The batches of adversarial steps, each from the set whose turn it is. */
final class StarGanBatches {
  private final TrainingSets sets;
  private final List<SetBatches> batches;

  StarGanBatches(StarGanTrainingSpec spec, TrainingSets sets, NDManager root) {
    this.sets = sets;
    this.batches =
        IntStream.range(0, sets.count())
            .mapToObj(set -> new SetBatches(spec, sets, set, root))
            .toList();
  }

  /** The parts of a step's batch. */
  MicroBatches of(long step) {
    return batches.get(sets.turn(step)).of(sets.round(step), step);
  }
}
