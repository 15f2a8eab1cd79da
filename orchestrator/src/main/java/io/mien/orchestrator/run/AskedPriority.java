package io.mien.orchestrator.run;

import io.mien.contracts.failure.InvalidInput;
import io.mien.orchestrator.task.Lane;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How urgent a client may make a run. */
public final class AskedPriority {

  private static final int LEAST = -100;

  private AskedPriority() {}

  /**
   * @throws InvalidInput {@code bad-priority} when it is one that no run can have
   */
  public static void check(@Nullable Integer priority) {
    if (priority != null && (priority < LEAST || priority >= Lane.ON_DEMAND_FROM)) {
      throw new InvalidInput(
          "bad-priority",
          "The priority %d is none that a run can have; choose %d to %d."
              .formatted(priority, LEAST, Lane.ON_DEMAND_FROM - 1));
    }
  }

  /** Why only an operator may ask for it; empty when every client may. */
  public static Optional<InvalidInput> reserved(@Nullable Integer priority) {
    if (priority == null || priority < Lane.URGENT_FROM) {
      return Optional.empty();
    }
    return Optional.of(
        new InvalidInput(
            "priority-needs-operator",
            "A run of priority %d goes ahead of everybody's work, which needs the role operator; choose less than %d."
                .formatted(priority, Lane.URGENT_FROM)));
  }
}
