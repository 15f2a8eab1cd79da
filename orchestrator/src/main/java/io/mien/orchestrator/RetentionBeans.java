package io.mien.orchestrator;

import io.micrometer.core.instrument.MeterRegistry;
import io.mien.contracts.RunState;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.history.HistoryPartitions;
import io.mien.orchestrator.history.JdbcHistory;
import io.mien.orchestrator.retention.FreedTally;
import io.mien.orchestrator.retention.ObjectCollection;
import io.mien.orchestrator.retention.RetentionRules;
import io.mien.orchestrator.retention.RunExpiry;
import io.mien.orchestrator.run.JdbcRunRepository;
import io.mien.orchestrator.run.RunPins;
import io.mien.orchestrator.run.RunProgress;
import io.mien.store.ObjectStore;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The wiring of what deletes. */
@Dependent
public class RetentionBeans {

  @Produces
  @Singleton
  RetentionRules rules(OrchestratorConfig config) {
    OrchestratorConfig.Retention ours = config.retention();
    Map<RunState, Duration> outcomes = new EnumMap<>(RunState.class);
    ours.succeeded().ifPresent(kept -> outcomes.put(RunState.SUCCEEDED, kept));
    ours.failed().ifPresent(kept -> outcomes.put(RunState.FAILED, kept));
    ours.cancelled().ifPresent(kept -> outcomes.put(RunState.CANCELLED, kept));
    return new RetentionRules(
        ours.grace(),
        ours.searchEvery(),
        outcomes,
        ours.expressions().orElse(null),
        ours.madeItems());
  }

  @Produces
  @Singleton
  RunPins runPins(JdbcRunRepository runs, RunProgress progress) {
    return new RunPins(runs, progress);
  }

  @Produces
  @Singleton
  FreedTally tally(MeterRegistry meters) {
    return new FreedTally(meters);
  }

  @Produces
  @Singleton
  ObjectCollection collection(
      Database database, ObjectStore store, FreedTally tally, RetentionRules rules) {
    return new ObjectCollection(database, store, tally, rules);
  }

  @Produces
  @Singleton
  OrchestratorLoops.Apart collecting(ObjectCollection collection, OrchestratorConfig config) {
    return new OrchestratorLoops.Apart(
        "object-collection", config.retention().lookEvery(), collection);
  }

  @Produces
  @Singleton
  HistoryPartitions historyPartitions(Database database, OrchestratorConfig config) {
    return new HistoryPartitions(
        database, HistoryPartitions.Rules.keeping(config.retention().history().orElse(null)));
  }

  @Produces
  @Singleton
  OrchestratorLoops.Apart cuttingHistory(HistoryPartitions history, OrchestratorConfig config) {
    return new OrchestratorLoops.Apart(
        "history-partitions", config.retention().lookEvery(), history);
  }

  @Produces
  @Singleton
  RunExpiry runExpiry(
      Database database,
      JdbcHistory history,
      ObjectStore store,
      FreedTally tally,
      RetentionRules rules) {
    return new RunExpiry(database, history, store, tally, rules);
  }

  @Produces
  @Singleton
  OrchestratorLoops.Apart expiringRuns(RunExpiry expiry, OrchestratorConfig config) {
    return new OrchestratorLoops.Apart("run-expiry", config.retention().lookEvery(), expiry);
  }
}
