package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.ScheduleId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A schedule.
 *
 * @param run what it starts; absent with {@code steps}
 * @param steps what it starts instead
 * @param nextAt its next time; absent while it is disabled
 * @param runId the newest run that it started, if that is still there
 * @param last what became of its last time; absent when it had none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScheduleView(
    ScheduleId scheduleId,
    String name,
    String cron,
    String timezone,
    Overlap overlap,
    @Nullable RunRequest run,
    @Nullable StepsRequest steps,
    State state,
    Instant createdAt,
    @Nullable Instant nextAt,
    @Nullable RunId runId,
    @Nullable Last last) {

  /** Whether it starts runs. */
  public enum State {
    ENABLED,
    DISABLED
  }

  /**
   * What became of a time.
   *
   * @param message why no run was started, or that earlier times were missed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Last(Instant dueAt, Outcome outcome, @Nullable String message) {}

  /** What may become of a time. */
  public enum Outcome {
    /** A run was started. */
    STARTED,
    /** The run before had not ended. */
    SKIPPED,
    /** The run could not be planned. */
    FAILED
  }
}
