package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.dataset.Inclusion;
import io.mien.contracts.terms.Purpose;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/runs/steps}: a run of steps that the client names itself, over datasets
 * and checkpoints that are there. Either the steps are in the request, or they are those of a
 * template.
 *
 * @param steps empty with a template
 * @param template name of a template: see {@code GET /v1/templates}
 * @param parameters of the template, by their names
 * @param purpose and {@code minors}, {@code priority}, {@code fresh}: as in {@link RunRequest}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StepsRequest(
    @Nullable String name,
    List<Step> steps,
    @Nullable String template,
    Map<String, Object> parameters,
    @Nullable Purpose purpose,
    @Nullable Inclusion minors,
    @Nullable Integer priority,
    @Nullable Boolean fresh)
    implements RepeatableRequest {

  public StepsRequest(
      @Nullable String name,
      @Nullable List<Step> steps,
      @Nullable String template,
      @Nullable Map<String, Object> parameters,
      @Nullable Purpose purpose,
      @Nullable Inclusion minors,
      @Nullable Integer priority,
      @Nullable Boolean fresh) {
    this.name = name;
    this.steps = steps == null ? List.of() : List.copyOf(steps);
    this.template = template;
    this.parameters = parameters == null ? Map.of() : said(parameters);
    this.purpose = purpose;
    this.minors = minors;
    this.priority = priority;
    this.fresh = fresh;
  }

  /** Null is what is not said. */
  private static Map<String, Object> said(Map<String, Object> parameters) {
    Map<String, Object> said = new HashMap<>(parameters);
    said.values().removeIf(Objects::isNull);
    return Map.copyOf(said);
  }

  /** Of steps that are named here, for the installation's purpose. */
  public static StepsRequest of(@Nullable String name, List<Step> steps) {
    return new StepsRequest(name, steps, null, null, null, null, null, null);
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
