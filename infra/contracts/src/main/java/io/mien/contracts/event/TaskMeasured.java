package io.mien.contracts.event;

import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.WorkerId;
import java.time.Instant;
import java.util.List;

/** New points of the attempt's curves. */
public record TaskMeasured(
    TaskId taskId, int attempt, WorkerId workerId, Instant at, List<Measure> measures)
    implements TaskEvent {

  public TaskMeasured {
    measures = List.copyOf(measures);
  }
}
