package io.mien.networks.training;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.mien.networks.device.TorchRuntime;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes trainers; of one that cannot be made nothing native is left. */
final class TrainerStart {
  private TrainerStart() {}

  /**
   * A trainer over a manager of its own.
   *
   * @param need of its trainings, for the message when it cannot be met
   */
  static <T> T open(StepMemory need, Device device, Function<NDManager, T> make) {
    NDManager root = TorchRuntime.start().newBaseManager(device);
    try {
      return new MemoryGuard(need, device).starting(() -> make.apply(root));
    } catch (RuntimeException e) {
      root.close();
      throw e;
    }
  }

  /** The trainer, after it took over a state. */
  static <T extends Trainer> T resumed(T trainer, Consumer<T> restore) {
    try {
      restore.accept(trainer);
      return trainer;
    } catch (RuntimeException | Error e) {
      trainer.close();
      throw e;
    }
  }
}
