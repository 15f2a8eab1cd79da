package io.mien.orchestrator.rest;

import io.mien.contracts.failure.InvalidInput;
import io.mien.orchestrator.key.Role;
import io.mien.orchestrator.run.AskedPriority;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How urgent the client of a request may make a run. */
final class Urgency {

  private Urgency() {}

  /**
   * @throws InvalidInput {@code bad-priority} when it is out of range
   * @throws RestProblem {@code priority-needs-operator}
   */
  static void check(@Nullable Integer priority, SecurityContext client) {
    AskedPriority.check(priority);
    Optional<InvalidInput> reserved = AskedPriority.reserved(priority);
    if (reserved.isPresent() && !client.isUserInRole(Role.OPERATOR_NAME)) {
      throw new RestProblem(
          403, reserved.get().code(), String.valueOf(reserved.get().getMessage()));
    }
  }
}
