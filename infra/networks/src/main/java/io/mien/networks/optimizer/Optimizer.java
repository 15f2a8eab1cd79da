package io.mien.networks.optimizer;

import io.mien.networks.parameter.Parameters;

/** Changes weights by their gradients. Its whole state is open, so that training can resume. */
public interface Optimizer extends AutoCloseable {
  /** One step at the given learning rate, in place. */
  void update(double learningRate);

  /** Everything that it keeps from step to step. */
  OptimizerMemory memory();

  /** State per weight, named {@code <moment>/<weight>}. */
  default Parameters state() {
    return memory().moments();
  }

  /** Steps taken. */
  default long steps() {
    return memory().steps();
  }

  /** Continues at a saved step count; the state's arrays are restored in {@link #state()}. */
  default void resumeAt(long steps) {
    memory().resumeAt(steps);
  }

  /** Forgets everything, as if new. */
  default void reset() {
    state().asMap().values().forEach(array -> array.set(new float[(int) array.size()]));
    resumeAt(0);
  }

  @Override
  default void close() {
    state().close();
  }
}
