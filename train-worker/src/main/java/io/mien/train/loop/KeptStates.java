package io.mien.train.loop;

import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.BestCheckpoint;
import io.mien.worker.AttemptOutputs;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The newest training states of an attempt, and the best states that they name: whoever goes on
 * from one of them finds its best state, even if a later one has beaten it.
 */
final class KeptStates {

  private final AttemptOutputs outputs;
  private final int most;
  private final Queue<Named> states = new ArrayDeque<>();
  private final List<PrefixRef> beaten = new ArrayList<>();

  private record Named(PrefixRef state, @Nullable PrefixRef best) {}

  /**
   * @param most states that are kept; 0 for all
   */
  KeptStates(AttemptOutputs outputs, int most) {
    this.outputs = outputs;
    this.most = most;
  }

  /**
   * Keeps a training state; the oldest one goes where there are too many.
   *
   * @param best state that it names
   */
  void add(PrefixRef state, @Nullable BestCheckpoint best) {
    states.add(new Named(state, best == null ? null : best.checkpoint()));
    if (most > 0 && states.size() > most) {
      outputs.delete(states.remove().state());
    }
    deleteUnnamed();
  }

  /** A best state that another one has beaten goes as soon as no training state names it. */
  void beaten(PrefixRef best) {
    beaten.add(best);
    deleteUnnamed();
  }

  /** Nobody goes on from the states any more: what was beaten goes. */
  void end() {
    states.clear();
    deleteUnnamed();
  }

  private void deleteUnnamed() {
    List<PrefixRef> unnamed = beaten.stream().filter(best -> !named(best)).toList();
    unnamed.forEach(outputs::delete);
    beaten.removeAll(unnamed);
  }

  private boolean named(PrefixRef best) {
    return states.stream().anyMatch(state -> best.equals(state.best()));
  }
}
