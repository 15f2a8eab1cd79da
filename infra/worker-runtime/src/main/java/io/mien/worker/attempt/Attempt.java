package io.mien.worker.attempt;

import io.mien.contracts.event.DoneItems;
import io.mien.contracts.event.Progress;
import io.mien.contracts.event.TaskCheckpointed;
import io.mien.contracts.event.TaskHeartbeat;
import io.mien.contracts.event.TaskStarted;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.task.RunTask;
import io.mien.worker.Surroundings;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One attempt of a task while this worker has it. Thread-safe. */
public final class Attempt {

  private final RunTask task;
  private final WorkerId worker;
  private final Surroundings surroundings;
  private final Lease lease;
  private final Pulse pulse;
  private final Outbox outbox;
  private final AtomicReference<@Nullable StopReason> stopReason = new AtomicReference<>();
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile Progress progress = Progress.NONE;
  private volatile boolean running;

  Attempt(RunTask task, WorkerId worker, EventSink sink, Pace pace) {
    Surroundings surroundings = pace.surroundings();
    this.task = task;
    this.worker = worker;
    this.surroundings = surroundings;
    this.lease = new Lease(task.lease(), surroundings.nanos().getAsLong());
    this.pulse = new Pulse(this, sink, pace.timings());
    this.outbox = new Outbox(this, sink, pace.timings().progressEvery().toNanos());
  }

  public RunTask task() {
    return task;
  }

  /** Asks the work to stop at its next safe point. */
  public void stop(StopReason reason) {
    stopReason.accumulateAndGet(
        reason, (old, asked) -> old == null || asked == null ? asked : old.stronger(asked));
  }

  public @Nullable StopReason stopReason() {
    return stopReason.get();
  }

  public TaskStarted started() {
    return new TaskStarted(task.taskId(), task.attempt(), worker, surroundings.now());
  }

  WorkerId worker() {
    return worker;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Lease lease() {
    return lease;
  }

  Progress progress() {
    return progress;
  }

  void progress(Progress newest) {
    progress = newest;
  }

  /** From here on the attempt has a lease to keep. */
  void begin() {
    running = true;
  }

  boolean isRunning() {
    return running;
  }

  Pulse pulse() {
    return pulse;
  }

  Outbox outbox() {
    return outbox;
  }

  /** True for exactly one caller, who then reports how the attempt ended. */
  boolean claimEnd() {
    return ended.compareAndSet(false, true);
  }

  TaskHeartbeat heartbeat(long sequence, Progress shown) {
    return new TaskHeartbeat(
        task.taskId(), task.attempt(), worker, surroundings.now(), sequence, shown);
  }

  TaskCheckpointed checkpointed(long iteration, PrefixRef state, @Nullable DoneItems items) {
    return new TaskCheckpointed(
        task.taskId(), task.attempt(), worker, surroundings.now(), iteration, state, items);
  }

  @Override
  public String toString() {
    return "task " + task.taskId() + " (attempt " + task.attempt() + ")";
  }
}
