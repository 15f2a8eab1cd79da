package io.mien.worker.attempt;

import io.mien.contracts.failure.ResourceExhausted;
import io.mien.contracts.task.RunTask;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The directory of one attempt: made when it is first asked for, for many need none, and removed
 * when this is closed. Thread-safe.
 */
final class WorkDirectory implements AutoCloseable {

  private final WorkDirectories all;
  private final RunTask task;
  private @Nullable Path made;

  WorkDirectory(WorkDirectories all, RunTask task) {
    this.all = all;
    this.task = task;
  }

  /**
   * The directory, empty at first.
   *
   * @throws ResourceExhausted when it cannot be made
   */
  synchronized Path path() {
    if (made == null) {
      made = all.create(task);
    }
    return made;
  }

  @Override
  public synchronized void close() {
    if (made != null) {
      all.removeIfPossible(made);
    }
  }
}
