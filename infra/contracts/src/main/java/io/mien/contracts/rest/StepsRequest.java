package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.dataset.Inclusion;
import io.mien.contracts.terms.Purpose;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/runs/steps}: a run of steps that the client names itself, over datasets
 * and checkpoints that are there.
 *
 * @param purpose and {@code minors}, {@code priority}, {@code fresh}: as in {@link RunRequest}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepsRequest(
    @Nullable String name,
    List<Step> steps,
    @Nullable Purpose purpose,
    @Nullable Inclusion minors,
    @Nullable Integer priority,
    @Nullable Boolean fresh) {

  public StepsRequest {
    steps = steps == null ? List.of() : List.copyOf(steps);
  }

  /**
   * A step with one task.
   *
   * @param name unique in its run
   * @param dependsOn steps that must have succeeded before; none when absent
   * @param task a task as {@link io.mien.contracts.task.TaskSpec} is written, in which an object
   *     with one of these fields stands for what it names: {@code {"$dataset": id}} its prepared
   *     version, {@code {"$checkpoint": id or alias, "network": "stargan"}} where it lies, {@code
   *     {"$preset": name, "field": "stargan"}} a training request of a preset, and {@code {"$step":
   *     name, "field": "checkpoint"}} what an earlier step hands back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Step(String name, @Nullable List<String> dependsOn, Map<String, Object> task) {}
}
