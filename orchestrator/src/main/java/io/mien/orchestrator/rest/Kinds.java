package io.mien.orchestrator.rest;

import io.mien.contracts.TaskKind;
import java.util.Arrays;

/** Kinds of task by the names that clients use. */
final class Kinds {

  private Kinds() {}

  /**
   * @throws RestProblem {@code bad-kind}
   */
  static TaskKind require(String name) {
    return Arrays.stream(TaskKind.values())
        .filter(kind -> kind.wireName().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new RestProblem(
                    400,
                    "bad-kind",
                    "There is no kind '" + name + "'; choose ingest, train, synth or eval."));
  }
}
