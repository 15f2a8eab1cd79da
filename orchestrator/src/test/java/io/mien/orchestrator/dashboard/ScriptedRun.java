package io.mien.orchestrator.dashboard;

import io.mien.contracts.event.Measure;
import io.mien.contracts.event.Progress;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.event.TaskFailed;
import io.mien.contracts.event.TaskHeartbeat;
import io.mien.contracts.event.TaskMeasured;
import io.mien.contracts.event.TaskSampled;
import io.mien.contracts.event.TaskSucceeded;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.RunTask;
import io.mien.orchestrator.system.Outcomes;
import io.mien.orchestrator.system.ScriptedWorker;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A run whose steps go as the test tells them, one after another. A step that has begun is kept
 * alive by heartbeats, however long a browser takes to show it.
 */
final class ScriptedRun implements AutoCloseable {

  private final RunId runId;
  private final ScriptedWorker worker;
  private final Outcomes outcomes;
  private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
  private final AtomicLong beats = new AtomicLong();
  private volatile @Nullable Held held;

  ScriptedRun(RunId runId, ScriptedWorker worker, Outcomes outcomes) {
    this.runId = runId;
    this.worker = worker;
    this.outcomes = outcomes;
    heart.scheduleAtFixedRate(this::beat, 1, 1, TimeUnit.SECONDS);
  }

  /** The step that is being carried out, and how far it is. */
  private record Held(RunTask task, Progress progress) {}

  void carryOut(String... steps) {
    for (String step : steps) {
      succeed(begin(step));
    }
  }

  RunTask begin(String step) {
    return begin(
        worker.awaitOffer(offer -> offer.runId().equals(runId) && offer.step().equals(step)));
  }

  /** Begins with a step that was offered already. */
  RunTask begin(RunTask task) {
    worker.start(task, holder(task));
    held = new Held(task, Progress.NONE);
    return task;
  }

  void progress(RunTask task, Progress progress) {
    held = new Held(task, progress);
    beat();
  }

  void measure(RunTask task, Measure... measures) {
    worker.report(
        new TaskMeasured(
            task.taskId(), task.attempt(), holder(task), Instant.now(), List.of(measures)));
  }

  /** Leaves a sample grid in the object store, and says so. */
  void sample(RunTask task, long iteration) {
    worker.report(
        new TaskSampled(
            task.taskId(),
            task.attempt(),
            holder(task),
            Instant.now(),
            iteration,
            outcomes.picture(task, Bucket.MODELS, "sample-" + iteration + ".png"),
            Outcomes.COLUMNS));
  }

  void succeed(RunTask task) {
    succeed(task, outcomes.of(task));
  }

  void succeed(RunTask task, TaskResult result) {
    held = null;
    worker.report(
        new TaskSucceeded(
            task.taskId(),
            task.attempt(),
            holder(task),
            Instant.now(),
            result,
            List.of(),
            1 << 20));
  }

  void fail(RunTask task, TaskError error) {
    held = null;
    worker.report(
        new TaskFailed(task.taskId(), task.attempt(), holder(task), Instant.now(), error));
  }

  @Override
  public void close() {
    heart.shutdownNow();
  }

  private void beat() {
    Held now = held;
    if (now != null) {
      RunTask task = now.task();
      worker.report(
          new TaskHeartbeat(
              task.taskId(),
              task.attempt(),
              holder(task),
              Instant.now(),
              beats.incrementAndGet(),
              now.progress()));
    }
  }

  private static WorkerId holder(RunTask task) {
    return ScriptedWorker.id(task.kind(), 1);
  }
}
