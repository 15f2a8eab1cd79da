package io.mien.orchestrator.run;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.Uuid7;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.rest.DatasetView;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.dataset.JdbcDatasetRepository;
import io.mien.orchestrator.idempotency.JdbcIdempotencyKeys;
import io.mien.orchestrator.run.RunStarter.NewRun;
import java.util.List;

/** Starts the runs that take people out of datasets. */
public final class ErasureStarter {

  private final JdbcDatasetRepository datasets;
  private final JdbcRunRepository runs;
  private final RunStarter starter;
  private final Uuid7 ids;

  public ErasureStarter(
      JdbcDatasetRepository datasets, JdbcRunRepository runs, RunStarter starter, Uuid7 ids) {
    this.datasets = datasets;
    this.runs = runs;
    this.starter = starter;
    this.ids = ids;
  }

  /**
   * Starts an erasure, or finds the run that the same request started before.
   *
   * @throws InvalidInput {@code dataset-not-prepared} or {@code dataset-in-use}
   */
  public RunId start(
      Transaction tx, DatasetView dataset, String subject, JdbcIdempotencyKeys.Request request) {
    RunId fresh = new RunId(ids.next());
    return starter.startOnce(tx, request, fresh, () -> planned(tx, fresh, dataset, subject));
  }

  private NewRun planned(Transaction tx, RunId runId, DatasetView dataset, String subject) {
    datasets.lock(tx, dataset.datasetId());
    // As it is now: another erasure may have ended while we waited for the lock
    DatasetPrepared prepared =
        datasets.find(tx, dataset.datasetId()).map(DatasetView::prepared).orElse(null);
    if (prepared == null) {
      throw new InvalidInput(
          "dataset-not-prepared",
          "Erase '%s' from dataset %s: nothing of it has been ingested. Take the pictures out of its source."
              .formatted(subject, dataset.name()));
    }
    runs.using(tx, dataset.datasetId())
        .ifPresent(
            user -> {
              throw new InvalidInput(
                  "dataset-in-use",
                  "Erase '%s' from dataset %s: run %s is using it. Cancel that run, or wait for its end."
                      .formatted(subject, dataset.name(), user));
            });
    List<PrefixRef> earlier =
        datasets.versions(tx, dataset.datasetId()).stream()
            .filter(version -> !version.equals(prepared.dataset()))
            .toList();
    ErasurePlan plan = new ErasurePlan(dataset.datasetId(), subject, prepared.dataset(), earlier);
    String name = "Erase " + subject + " from " + dataset.name();
    return new NewRun(runId, name, plan, dataset.datasetId(), null);
  }
}
