package io.mien.orchestrator.run;

import io.mien.contracts.result.TaskResult;
import java.util.List;
import java.util.Map;

/** What the succeeded steps of a run handed back, by step name and part. */
public record StepResults(Map<String, List<TaskResult>> byStep) {

  public StepResults {
    byStep = Map.copyOf(byStep);
  }

  /** Everything that was handed back. */
  List<TaskResult> all() {
    return byStep.values().stream().flatMap(List::stream).toList();
  }

  /** The result of a step that has succeeded. */
  <T extends TaskResult> T of(String step, Class<T> type) {
    List<T> results = all(step, type);
    if (results.size() != 1) {
      throw new IllegalStateException(
          "Step " + step + " should have handed back one result, not " + results.size());
    }
    return results.get(0);
  }

  /** The results of a step that was shared out, in the order of its parts. */
  <T extends TaskResult> List<T> all(String step, Class<T> type) {
    return byStep.getOrDefault(step, List.of()).stream()
        .map(result -> cast(step, result, type))
        .toList();
  }

  private static <T extends TaskResult> T cast(String step, TaskResult result, Class<T> type) {
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
