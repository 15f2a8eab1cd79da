package io.mien.train;

import io.mien.contracts.event.Progress;
import io.mien.worker.TaskContext;
import java.util.List;

/** How far a task is that has a few stages, one after another. One thread owns it. */
final class Stages {

  private final TaskContext context;
  private final List<String> phases;
  private int reached;

  Stages(TaskContext context, String... phases) {
    this.context = context;
    this.phases = List.of(phases);
  }

  /**
   * Begins the next stage.
   *
   * @throws io.mien.contracts.failure.Cancelled when the attempt is to stop
   */
  void next() {
    context.throwIfStopping();
    context.progress(new Progress(phases.get(reached), "stages", reached, phases.size(), 0));
    reached++;
  }
}
