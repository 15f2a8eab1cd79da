package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.StepState;
import io.mien.contracts.id.RunId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/runs/{id}/forecast}: how long a run will probably take from now on, if no step has
 * to wait for a slot.
 *
 * @param seconds until its end; absent where a step that is left was never done before
 * @param learntFrom how many earlier runs of the same preset that is taken from; of the same
 *     template where there is none
 * @param steps those that have not ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunForecast(RunId runId, @Nullable Double seconds, int learntFrom, List<Step> steps) {

  public RunForecast {
    steps = List.copyOf(steps);
  }

  /**
   * A step that is left.
   *
   * @param seconds it will still take; absent where nobody knows
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Step(String name, StepState state, @Nullable Double seconds) {}
}
