package io.mien.orchestrator.synthesis;

import io.mien.contracts.event.TaskError;
import io.mien.contracts.rest.SynthesisView;
import java.util.Optional;

/**
 * Why items were not done that have no error of their own.
 *
 * @param code stable, for programs, in kebab case
 */
record Undone(String code, String message) {

  static Undone of(TaskError error) {
    return new Undone(error.code(), error.message());
  }

  /** Why nothing more will come of a synthesis; empty while it goes on. */
  static Optional<Undone> of(SynthesisView synthesis) {
    return switch (synthesis.state()) {
      case RUNNING, PAUSED, CANCELLING -> Optional.empty();
      case EXPIRED ->
          Optional.of(
              new Undone(
                  "deadline-passed",
                  "The deadline %s passed before the item was done. Send it again with a later one."
                      .formatted(synthesis.deadline())));
      case CANCELLED ->
          Optional.of(
              new Undone("cancelled", "The synthesis was cancelled before the item was done."));
      case COMPLETED, COMPLETED_WITH_REJECTS, COMPLETED_WITH_ERRORS, FAILED ->
          Optional.of(
              new Undone(
                  "not-done", "The synthesis ended before the item was done. Send it again."));
    };
  }
}
