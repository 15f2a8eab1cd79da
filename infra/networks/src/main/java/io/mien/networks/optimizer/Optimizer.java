package io.mien.networks.optimizer;

import io.mien.networks.parameter.Parameters;

/** Changes weights by their gradients. Its whole state is open, so that training can resume. */
public interface Optimizer extends AutoCloseable {
  /** One step at the given learning rate, in place. */
  void update(double learningRate);

  /** State per weight, named {@code <moment>/<weight>}. */
  Parameters state();

  /** Steps taken. */
  long steps();

  /** Continues at a saved step count; the state's arrays are restored in {@link #state()}. */
  void resumeAt(long steps);

  /** Forgets everything, as if new. */
  default void reset() {
    state().asMap().values().forEach(array -> array.set(new float[(int) array.size()]));
    resumeAt(0);
  }

  @Override
  void close();
}
