package io.mien.orchestrator.run;

import io.mien.contracts.id.RunId;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.loop.Step;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cancels runs whose deadline is past; what they have done stays. */
public final class RunDeadlines implements Step {

  private static final Logger LOG = LoggerFactory.getLogger(RunDeadlines.class);
  private static final int BATCH = 20;

  private final Database database;
  private final JdbcDeadlines deadlines;
  private final RunCanceller canceller;

  public RunDeadlines(Database database, JdbcDeadlines deadlines, RunCanceller canceller) {
    this.database = database;
    this.deadlines = deadlines;
    this.canceller = canceller;
  }

  @Override
  public Progress step() {
    List<RunId> overdue = database.transact(this::cancelOverdue);
    overdue.forEach(run -> LOG.info("Run {} was given up: its deadline is past", run));
    return overdue.size() == BATCH ? Progress.MORE : Progress.DONE;
  }

  private List<RunId> cancelOverdue(Transaction tx) {
    List<RunId> overdue = deadlines.takeOverdue(tx, BATCH);
    overdue.forEach(run -> canceller.cancel(tx, run));
    return overdue;
  }
}
