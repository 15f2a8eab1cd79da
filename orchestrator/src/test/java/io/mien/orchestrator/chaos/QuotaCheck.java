package io.mien.orchestrator.chaos;

import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.rest.EventView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How many offers and leases each client had at any time, as the events tell it: their order is
 * that of commits, so no more were ever seen by anybody.
 */
final class QuotaCheck {

  private static final Set<String> TAKES = Set.of("task.offered");
  private static final Set<String> LEAVES =
      Set.of("task.requeued", "task.cancelled", "task.failed", "task.dead", "task.succeeded");

  private final Map<RunId, Client> owners;
  private final Map<Client, Set<TaskId>> held = new HashMap<>();
  private final List<String> violations = new ArrayList<>();
  private long full;

  /**
   * @param owners of all runs
   */
  QuotaCheck(Map<RunId, Client> owners, List<EventView> events) {
    this.owners = owners;
    events.forEach(this::read);
  }

  List<String> violations() {
    return List.copyOf(violations);
  }

  /** How often a client came to have all that it may. */
  long full() {
    return full;
  }

  private void read(EventView event) {
    if (TAKES.contains(event.type())) {
      take(event);
    } else if (LEAVES.contains(event.type())) {
      held(event).remove(event.taskId());
    }
  }

  private void take(EventView event) {
    Set<TaskId> now = held(event);
    now.add(Objects.requireNonNull(event.taskId()));
    Client client = owner(event);
    Integer most = client.mostRunning();
    if (most == null) {
      return;
    }
    if (now.size() == most) {
      full++;
    } else if (now.size() > most) {
      violations.add(
          "Client %s may have %d tasks offered or run, and has %d at event %d"
              .formatted(client.name(), most, now.size(), event.sequence()));
    }
  }

  private Set<TaskId> held(EventView event) {
    return held.computeIfAbsent(owner(event), any -> new HashSet<>());
  }

  private Client owner(EventView event) {
    return Objects.requireNonNull(owners.get(Objects.requireNonNull(event.runId())));
  }
}
