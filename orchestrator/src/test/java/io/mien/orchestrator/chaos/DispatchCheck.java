package io.mien.orchestrator.chaos;

import io.mien.contracts.TaskKind;
import io.mien.contracts.id.TaskId;
import io.mien.orchestrator.database.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a dispatch may do, seen from the rows before it and after it, while nothing else happens.
 * Which tasks come before which others is written down here once more, by hand.
 */
final class DispatchCheck {

  private static final String ACTIVE =
      """
      SELECT task.task_id, task.kind, run.client, run.priority,
             task.state = 'QUEUED' AND task.held_at IS NULL AND task.not_before_at <= now() AS waits,
             task.state IN ('OFFERED', 'RUNNING', 'CANCELLING') AS held
        FROM task
        JOIN run ON run.run_id = task.run_id
       WHERE task.state IN ('QUEUED', 'OFFERED', 'RUNNING', 'CANCELLING')
       ORDER BY task.task_id
      """;

  /** Offers that may become starts, and starts of the last minute. */
  private static final String STARTS =
      """
      SELECT run.client,
             sum(CAST(task.state = 'OFFERED' AS int)
                 + (SELECT count(*)
                      FROM unnest(task.recent_starts) AS start (at)
                     WHERE start.at > now() - interval '1 minute')) AS starts
        FROM task
        JOIN run ON run.run_id = task.run_id
       GROUP BY run.client
      """;

  private final ChaosDatabase tables;
  private final Map<String, Client> clients;
  private final List<String> violations = new ArrayList<>();
  private long overtaken;
  private long pressed;

  DispatchCheck(ChaosDatabase tables, List<Client> clients) {
    this.tables = tables;
    this.clients = clients.stream().collect(Collectors.toMap(Client::name, Function.identity()));
  }

  void around(Runnable dispatch) {
    List<ChaosDatabase.Room> roomBefore = tables.rooms();
    Map<TaskId, Active> before = active();
    dispatch.run();
    requireRoom(roomBefore, tables.rooms());
    Map<TaskId, Active> after = active();
    List<Active> given =
        after.values().stream()
            .filter(task -> task.held() && before.get(task.id()).waits())
            .toList();
    requireOrder(before, after, given);
    requireStarts(given.stream().map(Active::client).collect(Collectors.toSet()));
  }

  List<String> violations() {
    return List.copyOf(violations);
  }

  /** How often something got a slot that other work, which was not as urgent, waited for. */
  long overtaken() {
    return overtaken;
  }

  /** How often a client was given the last start that it may have within a minute. */
  long pressed() {
    return pressed;
  }

  private void requireRoom(List<ChaosDatabase.Room> before, List<ChaosDatabase.Room> after) {
    for (TaskKind kind : TaskKind.values()) {
      ChaosDatabase.Room then = before.get(kind.ordinal());
      ChaosDatabase.Room now = after.get(kind.ordinal());
      if (now.offered() > then.offered() && now.offered() > then.free()) {
        violations.add("%d offers of %s for %d slots".formatted(now.offered(), kind, then.free()));
      }
    }
  }

  /** Nothing waits that could have had what less urgent work was given. */
  private void requireOrder(
      Map<TaskId, Active> before, Map<TaskId, Active> after, List<Active> given) {
    List<Active> left =
        after.values().stream()
            .filter(task -> task.waits() && before.get(task.id()).waits())
            .toList();
    for (Active got : given) {
      for (Active waits : left) {
        if (got.kind() != waits.kind()) {
          continue;
        }
        if (got.urgency() > waits.urgency()) {
          overtaken++;
        } else if (got.urgency() < waits.urgency() && isFree(waits.client(), after)) {
          violations.add("%s waits while %s is offered".formatted(waits, got));
        }
      }
    }
  }

  /** Whoever was given something has no more starts within a minute than it may. */
  private void requireStarts(Set<String> given) {
    Map<String, Long> starts =
        tables
            .database()
            .transact(
                tx ->
                    tx.query(
                        STARTS,
                        row -> Map.entry(row.uuid("client").toString(), row.number("starts"))))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    for (String name : given) {
      Client client = clients.get(name);
      if (client == null || client.startsPerMinute() == null) {
        continue;
      }
      long now = starts.getOrDefault(name, 0L);
      if (now > client.startsPerMinute()) {
        violations.add(
            "Client %s may begin %d tasks a minute, and was offered its %dth"
                .formatted(name, client.startsPerMinute(), now));
      } else if (now == client.startsPerMinute()) {
        pressed++;
      }
    }
  }

  /** Whether nothing but slots keeps a client's tasks back; starts a minute are not looked into. */
  private boolean isFree(String name, Map<TaskId, Active> after) {
    Client client = clients.get(name);
    if (client == null) {
      return true;
    }
    long held =
        after.values().stream().filter(task -> task.held() && task.client().equals(name)).count();
    return client.startsPerMinute() == null
        && (client.mostRunning() == null || held < client.mostRunning());
  }

  private Map<TaskId, Active> active() {
    return tables.database().transact(tx -> tx.query(ACTIVE, Active::map)).stream()
        .collect(Collectors.toMap(Active::id, Function.identity()));
  }

  /**
   * A task that has not ended.
   *
   * @param waits for nothing but a slot and what its client may have
   * @param held whether it is offered or runs
   */
  private record Active(
      TaskId id, TaskKind kind, String client, int priority, boolean waits, boolean held) {

    static Active map(Row row) throws SQLException {
      return new Active(
          new TaskId(row.uuid("task_id")),
          row.kind("kind"),
          row.uuid("client").toString(),
          row.integer("priority"),
          row.flag("waits"),
          row.flag("held"));
    }

    /** Somebody waits for the answer, an operator wants it soon, or neither. */
    int urgency() {
      return priority >= 100 ? 2 : priority >= 50 ? 1 : 0;
    }
  }
}
