package io.mien.orchestrator.dead;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.DeadTasks;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.run.JdbcRunRepository;
import io.mien.orchestrator.run.RunRetrier;
import java.util.ArrayList;
import java.util.List;

/** Drives runs with dead tasks again, each in a transaction of its own. */
public final class Redriver {

  private static final int MOST_AT_ONCE = 1000;

  private final Database database;
  private final JdbcDeadTasks dead;
  private final JdbcRunRepository runs;
  private final RunRetrier retrier;

  public Redriver(
      Database database, JdbcDeadTasks dead, JdbcRunRepository runs, RunRetrier retrier) {
    this.database = database;
    this.dead = dead;
    this.runs = runs;
    this.retrier = retrier;
  }

  /** All runs with dead tasks of a cause, a thousand at most. */
  public DeadTasks.Redriven ofCause(String fingerprint) {
    return runs(database.transact(tx -> dead.runs(tx, fingerprint, MOST_AT_ONCE)));
  }

  public DeadTasks.Redriven runs(List<RunId> selection) {
    List<RunId> driven = new ArrayList<>();
    List<DeadTasks.Refused> refused = new ArrayList<>();
    for (RunId run : selection) {
      try {
        database.run(tx -> retry(tx, run));
        driven.add(run);
      } catch (InvalidInput e) {
        refused.add(new DeadTasks.Refused(run, e.code(), String.valueOf(e.getMessage())));
      }
    }
    return new DeadTasks.Redriven(driven, refused);
  }

  private void retry(Transaction tx, RunId run) {
    if (runs.find(tx, run).isEmpty()) {
      throw new InvalidInput("run-not-found", "There is no run with id " + run + ".");
    }
    retrier.retry(tx, run);
  }
}
