package io.mien.contracts.event;

import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.result.TaskResult;
import java.time.Instant;
import java.util.List;

/**
 * The work is done and every object it names is in the store; it becomes visible if the attempt is
 * still the current one.
 *
 * @param outputs every object that the attempt leaves, in the order written
 * @param peakMemoryBytes peak resident memory of the worker's process
 */
public record TaskSucceeded(
    TaskId taskId,
    int attempt,
    WorkerId workerId,
    Instant at,
    TaskResult result,
    List<ObjectRef> outputs,
    long peakMemoryBytes)
    implements TaskEvent {

  public TaskSucceeded {
    outputs = List.copyOf(outputs);
  }
}
