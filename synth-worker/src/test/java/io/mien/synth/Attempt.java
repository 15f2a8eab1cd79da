package io.mien.synth;

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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An attempt that writes to a real store and may be told to stop after some progress. */
final class Attempt implements TaskContext {

  private static final WorkerId WORKER = new WorkerId("synth-worker/test/1");

  private final RunTask task;
  private final AttemptOutputs outputs;
  private final Path workDirectory;
  private final List<Progress> progress = new CopyOnWriteArrayList<>();
  private long stopAfter = Long.MAX_VALUE;
  private @Nullable PrefixRef state;
  private @Nullable DoneItems done;

  Attempt(TaskSpec spec, ObjectStore store, Path work) {
    this(new TaskId(UUID.randomUUID()), 1, spec, store, work, null);
  }

  private Attempt(
      TaskId id,
      int attempt,
      TaskSpec spec,
      ObjectStore store,
      Path work,
      @Nullable PrefixRef resumeFrom) {
    this.workDirectory = work.resolve(id + "-" + attempt);
    this.task =
        new RunTask(
            id,
            new RunId(UUID.randomUUID()),
            "synthesise",
            TaskKind.SYNTH,
            attempt,
            spec,
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            Instant.EPOCH,
            resumeFrom,
            null);
    this.outputs = new StoredOutputs(store, prefix());
    try {
      Files.createDirectories(workDirectory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next attempt, from the state that this one left. */
  Attempt next(ObjectStore store, Path work) {
    return new Attempt(task.taskId(), task.attempt() + 1, task.spec(), store, work, state);
  }

  /** The state that was left last. */
  @Nullable PrefixRef state() {
    return state;
  }

  /** What was said of the items of that state. */
  @Nullable DoneItems done() {
    return done;
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
  public void checkpointed(long iteration, PrefixRef left, @Nullable DoneItems items) {
    state = left;
    done = items;
  }

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
