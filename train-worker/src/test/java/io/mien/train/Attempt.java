package io.mien.train;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An attempt that writes to a real store and may be told to stop after an iteration. */
final class Attempt implements TaskContext {

  private static final WorkerId WORKER = new WorkerId("train-worker/test/1");

  private final RunTask task;
  private final AttemptOutputs outputs;
  private final Path workDirectory;
  private final List<Measure> measures = new ArrayList<>();
  private final Map<Long, ObjectRef> samples = new LinkedHashMap<>();
  private final Map<Long, PrefixRef> states = new LinkedHashMap<>();
  private long stopAfter = Long.MAX_VALUE;
  private boolean leavesWork;

  private Attempt(TaskSpec spec, @Nullable PrefixRef resumeFrom, ObjectStore store, Path work) {
    TaskId id = new TaskId(UUID.randomUUID());
    this.workDirectory = work.resolve(id.toString());
    this.task =
        new RunTask(
            id,
            new RunId(UUID.randomUUID()),
            "train",
            TaskKind.TRAIN,
            1,
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

  static Attempt of(TaskSpec spec, ObjectStore store, Path work) {
    return new Attempt(spec, null, store, work);
  }

  static Attempt resuming(PrefixRef state, TaskSpec spec, ObjectStore store, Path work) {
    return new Attempt(spec, state, store, work);
  }

  Attempt stoppingAfter(long iteration) {
    stopAfter = iteration;
    return this;
  }

  /** As a worker that drains, or was asked to make room. */
  Attempt yieldingAfter(long iteration) {
    leavesWork = true;
    return stoppingAfter(iteration);
  }

  /** Points of the losses' curves; how quick the machine was and what else it held is left out. */
  List<Measure> losses() {
    return measures.stream()
        .filter(point -> !point.name().equals("imagesPerSecond"))
        .filter(point -> !point.name().startsWith("memory/"))
        .toList();
  }

  /** Every point of one curve. */
  List<Measure> curve(String name) {
    return measures.stream().filter(point -> point.name().equals(name)).toList();
  }

  Map<Long, ObjectRef> samples() {
    return samples;
  }

  Map<Long, PrefixRef> states() {
    return states;
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
  public void progress(Progress reached) {}

  @Override
  public void measured(List<Measure> points) {
    measures.addAll(points);
  }

  @Override
  public void sampled(long iteration, ObjectRef image, List<String> columns) {
    samples.put(iteration, image);
  }

  @Override
  public void checkpointed(long iteration, PrefixRef state, @Nullable DoneItems items) {
    states.put(iteration, state);
  }

  @Override
  public boolean isStopping() {
    return measures.stream().anyMatch(point -> point.iteration() >= stopAfter);
  }

  @Override
  public boolean shouldLeaveState() {
    return leavesWork && isStopping();
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
