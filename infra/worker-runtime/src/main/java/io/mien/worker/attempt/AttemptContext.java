package io.mien.worker.attempt;

import io.mien.contracts.event.DoneItems;
import io.mien.contracts.event.Measure;
import io.mien.contracts.event.Progress;
import io.mien.contracts.event.TaskCheckpointed;
import io.mien.contracts.failure.Cancelled;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.task.RunTask;
import io.mien.worker.AttemptOutputs;
import io.mien.worker.TaskContext;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the handler sees of its attempt. */
final class AttemptContext implements TaskContext {

  private static final Logger LOG = LoggerFactory.getLogger(AttemptContext.class);

  private final Attempt attempt;
  private final EventSink sink;
  private final StoredOutputs outputs;
  private final WorkDirectory workDirectory;

  AttemptContext(
      Attempt attempt, EventSink sink, StoredOutputs outputs, WorkDirectory workDirectory) {
    this.attempt = attempt;
    this.sink = sink;
    this.outputs = outputs;
    this.workDirectory = workDirectory;
  }

  @Override
  public RunTask task() {
    return attempt.task();
  }

  @Override
  public AttemptOutputs outputs() {
    return outputs;
  }

  @Override
  public Path workDirectory() {
    return workDirectory.path();
  }

  @Override
  public void progress(Progress progress) {
    attempt.progress(progress);
  }

  @Override
  public void measured(List<Measure> measures) {
    attempt.outbox().measured(measures);
  }

  @Override
  public void sampled(long iteration, ObjectRef image, List<String> columns) {
    attempt.outbox().sampled(iteration, image, columns);
  }

  /** A stopping attempt may still leave a state, unless another one has the task. */
  @Override
  public void checkpointed(long iteration, PrefixRef state, @Nullable DoneItems items) {
    TaskCheckpointed event = attempt.checkpointed(iteration, state, items);
    while (attempt.stopReason() != StopReason.REVOKED) {
      try {
        sink.publish(event);
        return;
      } catch (Unavailable e) {
        LOG.warn("The state of iteration {} is not reported yet", iteration, e);
        throwIfStopping();
      }
    }
    throwIfStopping();
  }

  @Override
  public boolean isStopping() {
    return attempt.stopReason() != null;
  }

  @Override
  public boolean shouldLeaveState() {
    StopReason reason = attempt.stopReason();
    return reason != null && reason.leavesWork();
  }

  @Override
  public void throwIfStopping() {
    StopReason reason = attempt.stopReason();
    if (reason != null) {
      throw new Cancelled("Stopping " + attempt + ": " + reason.text());
    }
  }
}
