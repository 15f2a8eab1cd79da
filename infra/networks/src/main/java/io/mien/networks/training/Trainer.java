package io.mien.networks.training;

import ai.djl.Device;
import io.mien.networks.checkpoint.CheckpointNotes;
import java.nio.file.Path;

/**
 * A training that advances one step at a time. One thread owns it. After {@link #save}, a trainer
 * resumed from the folder takes exactly the steps this one would have taken (on the CPU to the last
 * bit, with the same number of threads).
 */
public interface Trainer extends AutoCloseable {
  /** Iterations done. */
  long iteration();

  /** Iterations planned. */
  long iterations();

  default boolean finished() {
    return iteration() >= iterations();
  }

  /**
   * Takes one step.
   *
   * @throws TrainingDiverged when a loss is no longer a sensible number
   * @throws MemoryExhausted when the batch does not fit into the device's memory
   */
  TrainingStep step();

  /** Where the networks are. */
  Device device();

  /** Arrays that outlive a step: constant over a training, or something is left over. */
  int liveArrays();

  /** Writes weights for use and the whole training state; {@code checkpoint.json} comes last. */
  void save(Path folder, CheckpointNotes notes);

  @Override
  void close();
}
