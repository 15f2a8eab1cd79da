package io.mien.orchestrator.run;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.RepeatableRequest;
import io.mien.contracts.rest.RunRequest;
import io.mien.contracts.rest.StepsRequest;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.run.RunStarter.NewRun;

/** Makes plans of requests that can be made again: now, by a schedule, or with changes. */
public final class AskedRuns {

  private final RunPlanner planner;
  private final StepsRuns steps;

  public AskedRuns(RunPlanner planner, StepsRuns steps) {
    this.planner = planner;
    this.steps = steps;
  }

  /** A request with what it names outside of the database. */
  @FunctionalInterface
  public interface Prepared {

    /**
     * Plans the run; keeps its datasets from being changed until the transaction ends.
     *
     * @throws InvalidInput for what is refused of the request
     */
    NewRun plan(Transaction tx, RunId runId);
  }

  /**
   * May ask the object store, which no transaction should wait for.
   *
   * @throws InvalidInput for what is refused of the request
   */
  public Prepared prepare(RepeatableRequest request) {
    if (request instanceof StepsRequest asked) {
      return (tx, runId) -> steps.plan(tx, runId, asked);
    }
    RunPlanner.Prepared prepared = planner.prepare((RunRequest) request);
    return (tx, runId) -> planner.plan(tx, runId, prepared);
  }
}
