package io.mien.orchestrator.rest;

import io.mien.contracts.failure.InvalidInput;
import io.mien.orchestrator.key.Role;
import io.mien.orchestrator.task.Lane;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;

/** How urgent a client may make a run. */
final class Urgency {

  private static final int LEAST = -100;

  private Urgency() {}

  /**
   * @throws InvalidInput {@code bad-priority} when it is out of range
   * @throws RestProblem {@code priority-needs-operator}
   */
  static void check(@Nullable Integer priority, SecurityContext client) {
    if (priority == null) {
      return;
    }
    if (priority < LEAST || priority >= Lane.ON_DEMAND_FROM) {
      throw new InvalidInput(
          "bad-priority",
          "The priority %d is none that a run can have; choose %d to %d."
              .formatted(priority, LEAST, Lane.ON_DEMAND_FROM - 1));
    }
    if (priority >= Lane.URGENT_FROM && !client.isUserInRole(Role.OPERATOR_NAME)) {
      throw new RestProblem(
          403,
          "priority-needs-operator",
          "A run of priority %d goes ahead of everybody's work, which needs the role operator; choose less than %d."
              .formatted(priority, Lane.URGENT_FROM));
    }
  }
}
