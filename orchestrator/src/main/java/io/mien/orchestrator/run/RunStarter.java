package io.mien.orchestrator.run;

import io.mien.contracts.RunState;
import io.mien.contracts.StepState;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.StepId;
import io.mien.contracts.id.Uuid7;
import io.mien.contracts.rest.RepeatableRequest;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.idempotency.JdbcIdempotencyKeys;
import io.mien.orchestrator.task.Standing;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes runs. */
public final class RunStarter {

  private final JdbcRunRepository runs;
  private final JdbcIdempotencyKeys idempotency;
  private final RunProgress progress;
  private final Uuid7 ids;
  private final Clock clock;
  private final JdbcRunSources sources = new JdbcRunSources();

  public RunStarter(
      JdbcRunRepository runs,
      JdbcIdempotencyKeys idempotency,
      RunProgress progress,
      Uuid7 ids,
      Clock clock) {
    this.runs = runs;
    this.idempotency = idempotency;
    this.progress = progress;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Starts the run that a request asks for, or finds the one that the same request started before.
   *
   * @param fresh id of the run when it is started now
   * @param planned the run, asked for only then
   * @return the run's id, {@code fresh} or the earlier one
   */
  public RunId startOnce(
      Transaction tx, JdbcIdempotencyKeys.Request request, RunId fresh, Supplier<NewRun> planned) {
    Optional<UUID> earlier = idempotency.earlier(tx, request, fresh.value());
    if (earlier.isEmpty()) {
      start(tx, Standing.client(request.client()), planned.get());
    }
    return earlier.map(RunId::new).orElse(fresh);
  }

  /**
   * The run that the same request started before, whatever has become of the things that it names.
   */
  public Optional<RunId> started(Transaction tx, JdbcIdempotencyKeys.Request request) {
    return idempotency.made(tx, request).map(RunId::new);
  }

  /** Stores the run with all its steps and queues those that depend on nothing. */
  private void start(Transaction tx, UUID client, NewRun run) {
    List<RunStep> steps =
        run.plan().steps().stream()
            .map(
                step ->
                    new RunStep(
                        new StepId(ids.next()),
                        run.runId(),
                        step.name(),
                        step.kind(),
                        step.dependsOn(),
                        StepState.WAITING))
            .toList();
    runs.insert(
        tx,
        new Run(
            run.runId(),
            run.name(),
            run.plan(),
            run.request(),
            run.datasetId(),
            run.preset(),
            new Standing(client, run.priority()),
            RunState.RUNNING,
            clock.instant(),
            null,
            null),
        steps);
    sources.hold(tx, run.runId());
    progress.runMoved(tx, run.runId(), RunState.RUNNING);
    progress.advance(tx, run.runId());
  }

  /**
   * What is asked for.
   *
   * @param request as it came, to be asked for again; null for runs that are not
   */
  public record NewRun(
      RunId runId,
      String name,
      RunPlan plan,
      @Nullable DatasetId datasetId,
      @Nullable String preset,
      @Nullable RepeatableRequest request) {

    public NewRun(
        RunId runId,
        String name,
        RunPlan plan,
        @Nullable DatasetId datasetId,
        @Nullable String preset) {
      this(runId, name, plan, datasetId, preset, null);
    }

    int priority() {
      return request == null || request.priority() == null ? plan.priority() : request.priority();
    }
  }
}
