package io.mien.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.WorkerId;
import java.time.Instant;

/** What an attempt reports. Accepted only while its attempt is the current one. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TaskStarted.class, name = "TaskStarted"),
  @JsonSubTypes.Type(value = TaskHeartbeat.class, name = "TaskHeartbeat"),
  @JsonSubTypes.Type(value = TaskMeasured.class, name = "TaskMeasured"),
  @JsonSubTypes.Type(value = TaskSampled.class, name = "TaskSampled"),
  @JsonSubTypes.Type(value = TaskCheckpointed.class, name = "TaskCheckpointed"),
  @JsonSubTypes.Type(value = TaskSucceeded.class, name = "TaskSucceeded"),
  @JsonSubTypes.Type(value = TaskFailed.class, name = "TaskFailed"),
  @JsonSubTypes.Type(value = TaskInterrupted.class, name = "TaskInterrupted"),
  @JsonSubTypes.Type(value = TaskCancelled.class, name = "TaskCancelled")
})
public sealed interface TaskEvent
    permits TaskStarted,
        TaskHeartbeat,
        TaskMeasured,
        TaskSampled,
        TaskCheckpointed,
        TaskSucceeded,
        TaskFailed,
        TaskInterrupted,
        TaskCancelled {

  TaskId taskId();

  /** The attempt that speaks; the fence. */
  int attempt();

  WorkerId workerId();

  /** The worker's clock, for people only: no decision rests on it. */
  Instant at();
}
