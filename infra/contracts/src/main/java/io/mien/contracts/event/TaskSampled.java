package io.mien.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.ObjectRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture of what the network can do by now.
 *
 * @param image PNG: fixed faces as rows; the input and then every label as columns
 * @param columns what the columns show; none where they have no names
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TaskSampled(
    TaskId taskId,
    @JsonInclude(JsonInclude.Include.ALWAYS) int attempt,
    WorkerId workerId,
    Instant at,
    @JsonInclude(JsonInclude.Include.ALWAYS) long iteration,
    ObjectRef image,
    List<String> columns)
    implements TaskEvent {

  public TaskSampled(
      TaskId taskId,
      int attempt,
      WorkerId workerId,
      Instant at,
      long iteration,
      ObjectRef image,
      @Nullable List<String> columns) {
    this.taskId = taskId;
    this.attempt = attempt;
    this.workerId = workerId;
    this.at = at;
    this.iteration = iteration;
    this.image = image;
    this.columns = columns == null ? List.of() : List.copyOf(columns);
  }
}
