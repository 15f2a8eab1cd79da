package io.mien.orchestrator.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.orchestrator.task.TaskTable;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What worked on an output is found without reading all tasks. */
class TaskInputIndexIT {

  @Test
  void amongManyTasksTheOnesThatReadAnOutputAreFoundByTheIndex() {
    TaskTable table = new TaskTable();
    table.queue();
    table.database.run(
        tx ->
            tx.update(
                """
                INSERT INTO task (task_id, run_id, step_id, step, kind, state, priority, spec, result, finished_at)
                SELECT gen_random_uuid(), run_id, step_id, step, kind, 'SUCCEEDED', 0,
                       jsonb_build_object('prefix', 'tasks/' || gen_random_uuid() || '/1/'), '{}', now()
                  FROM task CROSS JOIN generate_series(1, 5000)
                """));
    table.database.run(tx -> tx.update("ANALYZE task"));

    List<String> plan =
        table.database.transact(
            tx ->
                tx.query(
                    """
                    EXPLAIN SELECT task_id
                              FROM task
                             WHERE state = 'SUCCEEDED' AND task_inputs(spec) @> ARRAY[CAST(? AS uuid)]
                    """,
                    row -> row.text("QUERY PLAN"),
                    UUID.randomUUID()));

    assertThat(String.join("\n", plan)).contains("task_by_input");
  }
}
