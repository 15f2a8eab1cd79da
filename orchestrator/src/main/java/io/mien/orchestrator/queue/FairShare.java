package io.mien.orchestrator.queue;

import io.mien.contracts.id.TaskId;
import io.mien.orchestrator.task.Lane;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;

/**
 * Shares free slots of one kind between clients: lane after lane, each slot to the client that has
 * least for its weight (weighted max-min fairness over the slots held now), and there to its most
 * urgent task. What a client held earlier does not count: nothing is owed, nothing is kept in
 * counters. Used by one thread.
 */
public final class FairShare {

  private static final Comparator<Claim> LEAST_FIRST =
      Comparator.comparingDouble(Claim::shareWithOneMore).thenComparing(Claim::mostUrgent);

  private final Map<UUID, Account> accounts = new HashMap<>();
  private final Map<Lane, Map<UUID, Queue<WaitingTask>>> lanes = new EnumMap<>(Lane.class);

  /**
   * @param waiting of each client the most urgent ones first
   */
  FairShare(List<ClientLoad> clients, List<WaitingTask> waiting) {
    clients.forEach(client -> accounts.put(client.client(), new Account(client)));
    for (WaitingTask task : waiting) {
      lanes
          .computeIfAbsent(task.lane(), any -> new HashMap<>())
          .computeIfAbsent(task.client(), any -> new ArrayDeque<>())
          .add(task);
    }
  }

  /** Takes the tasks that get the free slots; further calls go on with those that are left. */
  public List<TaskId> take(int slots, Lane last) {
    List<TaskId> taken = new ArrayList<>();
    for (Lane lane : Lane.values()) {
      if (lane.compareTo(last) <= 0) {
        take(slots - taken.size(), lanes.getOrDefault(lane, Map.of()), taken);
      }
    }
    return taken;
  }

  private void take(int slots, Map<UUID, Queue<WaitingTask>> lane, List<TaskId> taken) {
    for (int i = 0; i < slots; i++) {
      Optional<Claim> next =
          lane.entrySet().stream()
              .map(entry -> new Claim(account(entry.getKey()), entry.getValue()))
              .filter(Claim::isOpen)
              .min(LEAST_FIRST);
      if (next.isEmpty()) {
        return;
      }
      taken.add(next.get().take());
    }
  }

  private Account account(UUID client) {
    return accounts.computeIfAbsent(
        client, id -> new Account(new ClientLoad(id, 1, 0, Integer.MAX_VALUE)));
  }

  /** What a client has so far. */
  private static final class Account {

    private final int weight;
    private int active;
    private int allowed;

    Account(ClientLoad load) {
      this.weight = load.weight();
      this.active = load.active();
      this.allowed = load.allowed();
    }
  }

  private record Claim(Account account, Queue<WaitingTask> waiting) {

    boolean isOpen() {
      return account.allowed > 0 && !waiting.isEmpty();
    }

    double shareWithOneMore() {
      return (account.active + 1.0) / account.weight;
    }

    Instant mostUrgent() {
      return Objects.requireNonNull(waiting.peek()).urgentAt();
    }

    TaskId take() {
      account.active++;
      account.allowed--;
      return waiting.remove().taskId();
    }
  }
}
