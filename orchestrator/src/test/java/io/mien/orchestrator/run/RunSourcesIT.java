package io.mien.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mien.contracts.RunState;
import io.mien.contracts.TaskState;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.Bucket;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.retention.RetentionWorld;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run is planned with what another made at the moment in which that one is to go. */
class RunSourcesIT {

  private static final String WAITING =
      "SELECT count(*) AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

  private final RetentionWorld world = new RetentionWorld();
  private final JdbcRunSources sources = new JdbcRunSources();
  private RunId source;
  private TaskId task;

  @BeforeEach
  void makeSource() {
    source = world.failedRun();
    task = world.task(source, TaskState.SUCCEEDED, 1, "worker");
    world.put(Bucket.MODELS, task, 1, "worker", "checkpoint/weights");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void whatARunThatIsBeingPlannedNamesIsKept() throws Exception {
    CompletableFuture<Void> expiry =
        world.database.transact(
            tx -> {
              sources.hold(tx, planned(tx));
              CompletableFuture<Void> deletion =
                  CompletableFuture.runAsync(() -> world.expiry().step());
              await().until(() -> deletion.isDone() || isWaiting());
              assertThat(deletion).isNotDone();
              return deletion;
            });
    expiry.get(30, TimeUnit.SECONDS);

    assertThat(world.keys(Bucket.MODELS)).hasSize(1);
  }

  @Test
  void nothingIsPlannedWithWhatIsBeingDeleted() {
    world.sql("UPDATE run SET expiring_at = now() WHERE run_id = ?", source);

    assertThatThrownBy(() -> world.database.run(tx -> sources.hold(tx, planned(tx))))
        .isInstanceOfSatisfying(
            InvalidInput.class, refused -> assertThat(refused.code()).isEqualTo("source-expired"))
        .hasMessageContaining(task.toString());
  }

  @Test
  void nothingIsPlannedWithWhatIsGone() {
    world.expiry().step();

    assertThatThrownBy(() -> world.database.run(tx -> sources.hold(tx, planned(tx))))
        .hasMessageContaining(task.toString());
  }

  private RunId planned(Transaction tx) {
    RunId run = new RunId(UUID.randomUUID());
    tx.update(
        """
        INSERT INTO run (run_id, name, template, plan, priority, state)
        VALUES (?, 'r', 'faces', CAST(? AS jsonb), 0, ?)
        """,
        run,
        RetentionWorld.set(task, 1, "worker", "checkpoint"),
        RunState.RUNNING);
    return run;
  }

  private boolean isWaiting() {
    return world.database.transact(
        tx -> tx.query(WAITING, row -> row.number("waiting") > 0).get(0));
  }
}
