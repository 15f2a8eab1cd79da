package io.mien.orchestrator.run;

import io.mien.contracts.result.TaskResult;
import java.util.Map;

/** What the succeeded steps of a run handed back, by step name. */
public record StepResults(Map<String, TaskResult> byStep) {

  public StepResults {
    byStep = Map.copyOf(byStep);
  }

  /** The result of a step that has succeeded. */
  <T extends TaskResult> T of(String step, Class<T> type) {
    TaskResult result = byStep.get(step);
    if (!type.isInstance(result)) {
      throw new IllegalStateException(
          "Step "
              + step
              + " should have handed back a "
              + type.getSimpleName()
              + ", not "
              + result);
    }
    return type.cast(result);
  }
}
