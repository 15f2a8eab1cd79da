package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.TaskKind;
import io.mien.contracts.id.RunId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dead tasks of one cause: {@code GET /v1/dead-tasks}.
 *
 * @param fingerprint equal for errors of one cause, see {@link
 *     io.mien.contracts.event.TaskError#fingerprint()}
 * @param code of the error
 * @param message of the newest
 * @param tasks how many there are
 * @param runs that they belong to, the newest first, a hundred at most
 */
public record DeadTasks(
    TaskKind kind,
    String fingerprint,
    String code,
    String message,
    int tasks,
    Instant firstAt,
    Instant lastAt,
    List<RunId> runs) {

  public DeadTasks {
    runs = List.copyOf(runs);
  }

  /**
   * Body of {@code POST /v1/dead-tasks/redrive}: what to drive again, all of a cause or single
   * runs.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Redrive(@Nullable String fingerprint, @Nullable List<RunId> runs) {}

  /** What became of a selection. */
  public record Redriven(List<RunId> runs, List<Refused> refused) {

    public Redriven {
      runs = List.copyOf(runs);
      refused = List.copyOf(refused);
    }
  }

  /** A run that could not be driven again, and why. */
  public record Refused(RunId runId, String code, String detail) {}
}
