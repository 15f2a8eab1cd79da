package io.mien.orchestrator.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.mien.contracts.task.TaskSpec;
import java.util.List;

/**
 * Everything that a run was asked to do, complete and stored with it: a preset that changes later
 * does not change a run that has begun.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "template")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PipelinePlan.class, name = PipelinePlan.TEMPLATE),
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
}
