package io.mien.orchestrator.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.TaskKind;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.rest.WaitingView;
import io.mien.orchestrator.dispatch.OfferTerms;
import io.mien.orchestrator.queue.JdbcQueues;
import io.mien.orchestrator.task.Task;
import io.mien.orchestrator.task.TaskTable;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read of the queue and of earlier runs, on a real database. */
class WaitingIT {

  private static final OfferTerms TERMS =
      new OfferTerms(TaskTable.LEASE, Duration.ofSeconds(10), Duration.ofSeconds(30), 1);

  private TaskTable table;
  private WhyWaiting why;

  @BeforeEach
  void wire() {
    table = new TaskTable();
    why = new WhyWaiting(new JdbcQueues(), TERMS, Duration.ofSeconds(20));
  }

  @Test
  void batchTaskIsToldThatTheFreeSlotIsKeptForPhotos() {
    worker(2);
    table.queue(0);
    table.offer();
    Task batch = table.queue(0);

    assertThat(why(batch).text()).contains("1 of 2 slots", "1 kept for photos");

    Task photo = table.queue(100);
    assertThat(why(photo).reason()).isEqualTo(WaitingView.Reason.NEXT);
    assertThat(why(batch).position()).isEqualTo(1);
  }

  @Test
  void slotsThatAreDrainedAreNotCountedAsTaken() {
    worker(1);
    table.start();
    table.database.run(tx -> tx.update("UPDATE worker SET drained_at = now()"));
    worker(new WorkerId("ingest-worker/there/1"), 1);

    assertThat(why(table.queue(100)).reason()).isEqualTo(WaitingView.Reason.NEXT);
  }

  @Test
  void whatWaitsForItsNextAttemptIsNotBeforeTheOthers() {
    worker(1);
    table.queue(100);
    table.database.run(
        tx -> tx.update("UPDATE task SET not_before_at = now() + interval '1 minute'"));

    assertThat(why(table.queue(100)).reason()).isEqualTo(WaitingView.Reason.NEXT);
  }

  @Test
  void timesAreLearntFromRunsAlikeFirstAndElseFromAll() {
    worker(1);
    table.queue(100);
    table.offer();
    Task waiting = table.queue(100);

    done("pipeline", "big", 1000);
    done("faces", null, 500);
    assertThat(why(waiting).etaSeconds()).isEqualTo(750.0);

    done("pipeline", null, 10);
    assertThat(why(waiting).etaSeconds()).isEqualTo(10.0);
  }

  @Test
  void runsLearnFromThoseOfTheirTemplateAndPreset() {
    done("pipeline", "big", 1000);
    done("pipeline", null, 10);
    done("faces", null, 500);

    assertThat(typicalSeconds(null, "pipeline")).isEqualTo(10.0);
    assertThat(typicalSeconds("big", "pipeline")).isEqualTo(1000.0);
  }

  private double typicalSeconds(@Nullable String preset, String template) {
    return table
        .database
        .transact(tx -> new JdbcStepTimes().typical(tx, preset, template))
        .get("prepare")
        .seconds();
  }

  private WaitingView why(Task task) {
    return table.database.transact(tx -> why.of(tx, task.id())).orElseThrow();
  }

  private void worker(int slots) {
    worker(TaskTable.WORKER, slots);
  }

  private void worker(WorkerId id, int slots) {
    table.database.run(
        tx ->
            tx.update(
                """
                INSERT INTO worker (worker_id, kind, slots, state, heartbeat)
                VALUES (?, ?, ?, 'ALIVE', '{}')
                """,
                id,
                TaskKind.INGEST,
                slots));
  }

  /** A run whose only step took so long. */
  private void done(String template, @Nullable String preset, int seconds) {
    UUID run = UUID.randomUUID();
    UUID step = UUID.randomUUID();
    table.database.run(
        tx -> {
          tx.update(
              """
              INSERT INTO run (run_id, name, template, preset, plan, priority, state, finished_at)
              VALUES (?, 'r', ?, ?, '{}', 0, 'SUCCEEDED', now())
              """,
              run,
              template,
              preset);
          tx.update(
              """
              INSERT INTO step (step_id, run_id, position, name, kind, depends_on, state)
              VALUES (?, ?, 0, 'prepare', 'ingest', '{}', 'SUCCEEDED')
              """,
              step,
              run);
          tx.update(
              """
              INSERT INTO task (task_id, run_id, step_id, step, kind, state, priority, spec, result, started_at, finished_at)
              VALUES (gen_random_uuid(), ?, ?, 'prepare', 'ingest', 'SUCCEEDED', 0, '{}', '{}',
                      now() - make_interval(secs => ?), now())
              """,
              run,
              step,
              (double) seconds);
        });
  }
}
