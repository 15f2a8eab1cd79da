package io.mien.orchestrator.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.mien.contracts.TaskKind;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.TaskSpec;
import io.mien.store.json.WireJson;
import java.util.List;

/**
 * Steps that a client named itself. What stood for datasets and checkpoints has been put in its
 * place when the run was planned; what earlier steps hand back is put in when a step begins.
 *
 * @param asked each after those it depends on
 * @param further datasets that it reads
 * @param urgency its priority
 * @param anew whether nothing that was done before is to be taken
 */
public record StepsPlan(List<Step> asked, List<UsedDataset> further, int urgency, boolean anew)
    implements RunPlan {

  public static final String TEMPLATE = "steps";

  public StepsPlan {
    asked = List.copyOf(asked);
    further = List.copyOf(further);
  }

  /** A step; its task is JSON with references to earlier steps. */
  public record Step(String name, TaskKind kind, List<String> dependsOn, JsonNode task) {

    public Step {
      dependsOn = List.copyOf(dependsOn);
    }
  }

  /** A dataset that must not be erased from while the run reads it. */
  public record UsedDataset(DatasetId datasetId) {}

  @Override
  public String template() {
    return TEMPLATE;
  }

  @Override
  public int priority() {
    return urgency;
  }

  @Override
  public boolean isFresh() {
    return anew;
  }

  @Override
  public List<StepTemplate> steps() {
    return asked.stream()
        .map(step -> new StepTemplate(step.name(), step.kind(), step.dependsOn()))
        .toList();
  }

  @Override
  public List<TaskSpec> tasks(String name, StepResults results) {
    Step step =
        asked.stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("The run has no step '" + name + "'."));
    JsonNode task =
        References.replace(
            step.task(),
            reference ->
                WireJson.MAPPER
                    .valueToTree(results.of(reference.step(), TaskResult.class))
                    .path(reference.field()));
    return List.of(WireJson.MAPPER.convertValue(task, TaskSpec.class));
  }
}
