package io.mien.ingest;

import io.mien.contracts.TaskKind;
import io.mien.contracts.event.DoneItems;
import io.mien.contracts.event.Measure;
import io.mien.contracts.event.Progress;
import io.mien.contracts.failure.Cancelled;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.task.RunTask;
import io.mien.contracts.task.TaskSpec;
import io.mien.store.ObjectKeys;
import io.mien.store.ObjectStore;
import io.mien.worker.AttemptOutputs;
import io.mien.worker.TaskContext;
import io.mien.worker.attempt.StoredOutputs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An attempt that writes to a real store and may be told to stop after some progress. */
final class Attempt implements TaskContext {

  private static final WorkerId WORKER = new WorkerId("ingest-worker/test/1");

  private final RunTask task;
  private final AttemptOutputs outputs;
  private final Path workDirectory;
  private final List<Progress> progress = new CopyOnWriteArrayList<>();
  private long stopAfter = Long.MAX_VALUE;

  Attempt(TaskSpec spec, ObjectStore store, Path workDirectory) {
    this.workDirectory = workDirectory;
    this.task =
        new RunTask(
            new TaskId(UUID.randomUUID()),
            new RunId(UUID.randomUUID()),
            "ingest",
            TaskKind.INGEST,
            1,
            spec,
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            Instant.EPOCH,
            null,
            null);
    this.outputs = new StoredOutputs(store, prefix());
  }

  Attempt stoppingAfter(long images) {
    stopAfter = images;
    return this;
  }

  List<Progress> progress() {
    return progress;
  }

  @Override
  public RunTask task() {
    return task;
  }

  @Override
  public AttemptOutputs outputs() {
    return outputs;
  }

  @Override
  public Path workDirectory() {
    return workDirectory;
  }

  @Override
  public void progress(Progress reached) {
    progress.add(reached);
  }

  @Override
  public void measured(List<Measure> measures) {}

  @Override
  public void sampled(long iteration, ObjectRef image, List<String> columns) {}

  @Override
  public void checkpointed(long iteration, PrefixRef state, @Nullable DoneItems items) {}

  @Override
  public boolean isStopping() {
    return progress.stream().anyMatch(reached -> reached.done() >= stopAfter);
  }

  @Override
  public boolean shouldLeaveState() {
    return false;
  }

  @Override
  public void throwIfStopping() {
    if (isStopping()) {
      throw new Cancelled("The test stops the attempt");
    }
  }

  String prefix() {
    return ObjectKeys.attempt(task.taskId(), task.attempt(), WORKER);
  }
}
