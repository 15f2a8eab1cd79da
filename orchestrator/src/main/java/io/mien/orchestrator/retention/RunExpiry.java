package io.mien.orchestrator.retention;

import io.mien.contracts.RunState;
import io.mien.contracts.id.TaskId;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.history.HistoryEntry;
import io.mien.orchestrator.history.JdbcHistory;
import io.mien.orchestrator.loop.Step;
import io.mien.orchestrator.retention.JdbcRunExpiry.DueRun;
import io.mien.store.ObjectStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes runs whose time is over, one a step, unless something that is kept was made from them. A
 * run is sealed first, so that nobody begins anything with it; then its objects go, then its rows.
 * Whoever is killed in between leaves a sealed run, with which another goes on.
 */
public final class RunExpiry implements Step {

  private static final Logger LOG = LoggerFactory.getLogger(RunExpiry.class);
  private static final Duration CLAIM = Duration.ofMinutes(10);

  /** Before a run is looked at again that something still needs. */
  private static final Duration NEEDED = Duration.ofDays(1);

  private final Database database;
  private final JdbcRunExpiry runs;
  private final JdbcHistory history;
  private final ObjectPurge purge;
  private final FreedTally tally;
  private final RetentionRules rules;

  public RunExpiry(
      Database database,
      JdbcHistory history,
      ObjectStore store,
      FreedTally tally,
      RetentionRules rules) {
    this.database = database;
    this.runs = new JdbcRunExpiry();
    this.history = history;
    this.purge = new ObjectPurge(store);
    this.tally = tally;
    this.rules = rules;
  }

  @Override
  public Progress step() {
    Optional<DueRun> due = database.transact(this::claim);
    due.ifPresent(this::expire);
    return due.isPresent() ? Progress.MORE : Progress.DONE;
  }

  private Optional<DueRun> claim(Transaction tx) {
    Optional<DueRun> due = runs.claimExpiring(tx, CLAIM);
    for (Map.Entry<RunState, Duration> rule : rules.outcomes().entrySet()) {
      due = due.or(() -> runs.claimEnded(tx, rule.getKey(), rule.getValue(), CLAIM));
    }
    Duration kept = rules.expressions();
    return kept == null ? due : due.or(() -> runs.claimOfPhoto(tx, kept, CLAIM));
  }

  private void expire(DueRun run) {
    if (!database.transact(tx -> seal(tx, run))) {
      return;
    }
    List<TaskId> tasks = database.transact(tx -> runs.tasks(tx, run.runId()));
    Freed freed = purge.purge(run.runId(), tasks);
    database.run(
        tx -> {
          if (runs.delete(tx, run.runId())) {
            history.append(tx, entry(run, freed));
          }
        });
    tally.add(FreedTally.Cause.RUN_EXPIRED, freed);
    LOG.info(
        "Run {} ({}) of {} is deleted: {} objects, {} bytes",
        run.runId(),
        run.name(),
        run.finishedAt(),
        freed.objects(),
        freed.bytes());
  }

  /** Whether the run is to go now. */
  private boolean seal(Transaction tx, DueRun run) {
    Optional<Boolean> expiring = runs.lock(tx, run);
    if (expiring.isEmpty() || expiring.get()) {
      return expiring.isPresent();
    }
    // A statement of its own behind the lock, so that it sees what was made from the run until then
    Optional<String> need = runs.need(tx, run.runId(), runs.tasks(tx, run.runId()));
    if (need.isPresent()) {
      LOG.debug("Run {} is kept: {}", run.runId(), need.get());
      runs.postpone(tx, run.runId(), NEEDED);
      return false;
    }
    runs.seal(tx, run.runId());
    return true;
  }

  private static HistoryEntry entry(DueRun run, Freed freed) {
    Map<String, Object> data =
        Map.of(
            "name", run.name(),
            "template", run.template(),
            "finishedAt", run.finishedAt(),
            "objects", freed.objects(),
            "bytes", freed.bytes());
    return new HistoryEntry("retention.run-deleted", run.runId(), null, data);
  }
}
