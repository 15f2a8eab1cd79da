package io.mien.orchestrator.task;

import io.mien.contracts.TaskState;
import io.mien.contracts.id.StepId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.rest.TaskView;
import io.mien.contracts.task.TaskSpec;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code task}.
 *
 * @param client id of the API key whose work it is
 * @param resumeFrom training state that an attempt published last
 * @param yieldAskedAt when the running attempt was asked to make room
 * @param view what everybody may see of it
 */
public record Task(
    StepId stepId,
    TaskSpec spec,
    UUID client,
    @Nullable PrefixRef resumeFrom,
    @Nullable Instant yieldAskedAt,
    TaskView view) {

  public TaskId id() {
    return view.taskId();
  }

  public TaskState state() {
    return view.state();
  }
}
