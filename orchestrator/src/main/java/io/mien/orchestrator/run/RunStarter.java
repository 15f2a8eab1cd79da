package io.mien.orchestrator.run;

import io.mien.contracts.RunState;
import io.mien.contracts.StepState;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.StepId;
import io.mien.contracts.id.Uuid7;
import io.mien.orchestrator.database.Transaction;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes runs. */
public final class RunStarter {

  private final JdbcRunRepository runs;
  private final RunProgress progress;
  private final Uuid7 ids;
  private final Clock clock;

  public RunStarter(JdbcRunRepository runs, RunProgress progress, Uuid7 ids, Clock clock) {
    this.runs = runs;
    this.progress = progress;
    this.ids = ids;
    this.clock = clock;
  }

  /** Stores the run with all its steps and queues those that depend on nothing. */
  public void start(Transaction tx, NewRun run) {
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
            run.datasetId(),
            run.preset(),
            RunState.RUNNING,
            clock.instant(),
            null),
        steps);
    progress.runMoved(tx, run.runId(), RunState.RUNNING);
    progress.advance(tx, run.runId());
  }

  /** What is asked for. */
  public record NewRun(
      RunId runId,
      String name,
      RunPlan plan,
      @Nullable DatasetId datasetId,
      @Nullable String preset) {}
}
