package io.mien.worker;

import io.mien.contracts.event.DoneItems;
import io.mien.contracts.event.Measure;
import io.mien.contracts.event.Progress;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.task.RunTask;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a handler is given for one attempt. Thread-safe. */
public interface TaskContext {

  RunTask task();

  /**
   * Writes under this attempt's own prefix, and remembers what was written for the finish event.
   */
  AttemptOutputs outputs();

  /** An empty directory of this attempt's own; removed afterwards. */
  Path workDirectory();

  /**
   * Tells how far the work is; cheap, call it as often as you like: it travels with the next
   * heartbeat (at most once a second).
   */
  void progress(Progress progress);

  /** Publishes points of curves; batched, at most one message a second. */
  void measured(List<Measure> measures);

  /**
   * Publishes a sample grid that was written to {@link #outputs()}.
   *
   * @param columns what its columns show; empty where they have no names
   */
  void sampled(long iteration, ObjectRef image, List<String> columns);

  /**
   * Publishes a state from which a later attempt may go on; returns once the broker has it.
   *
   * @param iteration of a training, or how many items of a synthesis are done
   * @param items those that are done; null of a training
   */
  void checkpointed(long iteration, PrefixRef state, @Nullable DoneItems items);

  /** Publishes the state of a training, as the other method does. */
  default void checkpointed(long iteration, PrefixRef state) {
    checkpointed(iteration, state, null);
  }

  /** Whether the attempt should stop at its next safe point. */
  boolean isStopping();

  /**
   * Whether the attempt is to stop and another one will go on with its work: what can leave a state
   * behind, leaves it now, and then calls {@link #throwIfStopping()}.
   */
  boolean shouldLeaveState();

  /**
   * Call at every safe point: a training step, a batch.
   *
   * @throws io.mien.contracts.failure.Cancelled when the task was cancelled, revoked, drained or
   *     asked to yield, or its lease is in doubt
   */
  void throwIfStopping();
}
