package io.mien.orchestrator.run;

import io.mien.contracts.TaskKind;
import java.util.List;

/**
 * A node of a template's graph.
 *
 * @param dependsOn names of steps that must have succeeded; they come earlier in the template
 */
record StepTemplate(String name, TaskKind kind, List<String> dependsOn) {

  StepTemplate {
    dependsOn = List.copyOf(dependsOn);
  }

  static StepTemplate of(String name, TaskKind kind, String... dependsOn) {
    return new StepTemplate(name, kind, List.of(dependsOn));
  }
}
