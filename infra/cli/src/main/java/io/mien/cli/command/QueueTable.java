package io.mien.cli.command;

import io.mien.cli.terminal.Table;
import io.mien.contracts.TaskKind;
import io.mien.contracts.rest.SystemView;
import java.util.Map;
import java.util.Objects;

/** The queues as people see them. */
final class QueueTable {

  private QueueTable() {}

  static void print(Map<TaskKind, SystemView.Queue> queues) {
    Table table = new Table("QUEUE", "QUEUED", "OFFERED", "RUNNING", "SLOTS", "DEAD", "PAUSED");
    queues.forEach(
        (kind, q) ->
            table.row(
                kind.wireName(),
                q.queued(),
                q.offered(),
                q.running(),
                q.slots(),
                q.dead(),
                Objects.requireNonNullElse(q.paused(), "")));
    table.print(System.out);
  }
}
