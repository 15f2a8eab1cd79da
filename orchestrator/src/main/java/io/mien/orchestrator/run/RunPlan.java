package io.mien.orchestrator.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.TaskSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a run was asked to do, complete and stored with it: a preset that changes later
 * does not change a run that has begun.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "template")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PipelinePlan.class, name = PipelinePlan.TEMPLATE),
  @JsonSubTypes.Type(value = SynthesisPlan.class, name = SynthesisPlan.TEMPLATE),
  @JsonSubTypes.Type(value = ExpressionsPlan.class, name = ExpressionsPlan.TEMPLATE),
  @JsonSubTypes.Type(value = FaceTrainingPlan.class, name = FaceTrainingPlan.TYPE),
  @JsonSubTypes.Type(value = FacesPlan.class, name = FacesPlan.TEMPLATE),
  @JsonSubTypes.Type(value = StepsPlan.class, name = StepsPlan.TEMPLATE),
  @JsonSubTypes.Type(value = InspectionPlan.class, name = InspectionPlan.TEMPLATE),
  @JsonSubTypes.Type(value = ErasurePlan.class, name = ErasurePlan.TEMPLATE),
  @JsonSubTypes.Type(value = ImportPlan.class, name = ImportPlan.TEMPLATE),
  @JsonSubTypes.Type(value = ExportPlan.class, name = ExportPlan.TEMPLATE)
})
public sealed interface RunPlan
    permits PipelinePlan,
        ExpressionsPlan,
        SynthesisPlan,
        FaceTrainingPlan,
        FacesPlan,
        StepsPlan,
        InspectionPlan,
        ErasurePlan,
        ImportPlan,
        ExportPlan {

  /** Name of the template, as in {@link io.mien.contracts.rest.RunView#template()}. */
  @JsonIgnore
  String template();

  /** Of all its tasks; higher ones are offered first. */
  @JsonIgnore
  int priority();

  /** Whether every step is to be done anew, whatever was done before. */
  @JsonIgnore
  default boolean isFresh() {
    return false;
  }

  /** The steps, each after those it depends on. */
  @JsonIgnore
  List<StepTemplate> steps();

  /** What a step is to do, given what the steps before it handed back: one task or several. */
  List<TaskSpec> tasks(String step, StepResults results);

  /**
   * The steps that do not wait for the whole of the step before them, each with the name of that
   * one: they get a task for each of its parts that is done. Such steps have independent tasks
   * ({@link TaskSpec#isIndependent()}), and no step goes on with the parts of one of them.
   */
  @JsonIgnore
  default Map<String, String> partwise() {
    return Map.of();
  }

  /**
   * What such a step does with one part; empty where there is nothing to do.
   *
   * @param part what the task of that part handed back
   */
  default Optional<TaskSpec> goOn(String step, TaskResult part) {
    return Optional.empty();
  }
}
