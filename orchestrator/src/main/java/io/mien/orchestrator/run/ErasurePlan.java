package io.mien.orchestrator.run;

import io.mien.contracts.TaskKind;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.task.DeleteDatasets;
import io.mien.contracts.task.EraseSubject;
import io.mien.contracts.task.TaskSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * A person is taken out of a dataset: first there is a version without them, then those with them
 * are deleted.
 *
 * @param dataset the newest version
 * @param earlier the versions before it
 */
public record ErasurePlan(
    DatasetId datasetId, String subject, PrefixRef dataset, List<PrefixRef> earlier)
    implements RunPlan {

  public static final String TEMPLATE = "erasure";

  static final String ERASE = "erase";
  static final String DELETE = "delete";

  /** Before the ingests that are queued: somebody has a right to it. */
  private static final int PRIORITY = 50;

  private static final List<StepTemplate> STEPS =
      List.of(
          StepTemplate.of(ERASE, TaskKind.INGEST), StepTemplate.of(DELETE, TaskKind.INGEST, ERASE));

  public ErasurePlan {
    earlier = List.copyOf(earlier);
  }

  @Override
  public String template() {
    return TEMPLATE;
  }

  @Override
  public int priority() {
    return PRIORITY;
  }

  @Override
  public List<StepTemplate> steps() {
    return STEPS;
  }

  @Override
  public List<TaskSpec> tasks(String step, StepResults results) {
    if (step.equals(ERASE)) {
      return List.of(new EraseSubject(subject, dataset, earlier));
    }
    List<PrefixRef> old = new ArrayList<>(earlier);
    old.add(dataset);
    return List.of(new DeleteDatasets(old));
  }
}
