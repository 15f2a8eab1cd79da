package io.mien.orchestrator.synthesis;

import io.mien.contracts.TaskState;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.SynthesisView;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.run.JdbcDeadlines;
import io.mien.orchestrator.run.JdbcRunRepository;
import io.mien.orchestrator.run.Run;
import io.mien.orchestrator.run.SynthesisPlan;
import io.mien.orchestrator.task.JdbcTaskRepository;
import io.mien.orchestrator.task.Task;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Syntheses of many photos as everybody may see them. */
public final class Syntheses {

  private final JdbcRunRepository runs;
  private final JdbcTaskRepository tasks;
  private final JdbcDeadlines deadlines;
  private final JdbcSyntheses rows = new JdbcSyntheses();

  public Syntheses(JdbcRunRepository runs, JdbcTaskRepository tasks, JdbcDeadlines deadlines) {
    this.runs = runs;
    this.tasks = tasks;
    this.deadlines = deadlines;
  }

  /** Newest first. */
  public List<SynthesisView> page(Transaction tx, @Nullable UUID before, int limit) {
    return rows.page(tx, before, limit).stream().flatMap(run -> find(tx, run).stream()).toList();
  }

  /** Empty when there is no such run, or it is no synthesis of many photos. */
  public Optional<SynthesisView> find(Transaction tx, RunId runId) {
    return runs.find(tx, runId)
        .filter(run -> run.plan() instanceof SynthesisPlan)
        .map(run -> view(tx, run, (SynthesisPlan) run.plan()));
  }

  /** The view of a synthesis that is known to exist. */
  public SynthesisView require(Transaction tx, RunId runId) {
    return find(tx, runId)
        .orElseThrow(() -> new IllegalStateException("Run " + runId + " is no synthesis."));
  }

  private SynthesisView view(Transaction tx, Run run, SynthesisPlan plan) {
    ItemTally tally = rows.tally(tx, run.runId());
    JdbcDeadlines.Deadline deadline = deadlines.of(tx, run.runId());
    boolean ended = run.state().isTerminal();
    SynthesisView.Items items = ended ? tally.whenEnded() : tally.now();
    String self = "/v1/syntheses/" + run.runId();
    return new SynthesisView(
        run.runId(),
        run.name(),
        state(run, items, deadline),
        plan.checkpointId(),
        items,
        ended ? null : tally.etaSeconds(),
        deadline.at(),
        run.createdAt(),
        run.finishedAt(),
        self + "/results",
        self + "/errors",
        self + "/archive",
        ended ? error(tx, run) : null);
  }

  private static SynthesisView.State state(
      Run run, SynthesisView.Items items, JdbcDeadlines.Deadline deadline) {
    return switch (run.state()) {
      case RUNNING -> SynthesisView.State.RUNNING;
      case PAUSED -> SynthesisView.State.PAUSED;
      case CANCELLING -> SynthesisView.State.CANCELLING;
      case FAILED -> SynthesisView.State.FAILED;
      case CANCELLED ->
          deadline.overdueAt() == null
              ? SynthesisView.State.CANCELLED
              : SynthesisView.State.EXPIRED;
      case SUCCEEDED -> completed(items);
    };
  }

  private static SynthesisView.State completed(SynthesisView.Items items) {
    if (items.failed() > 0) {
      return SynthesisView.State.COMPLETED_WITH_ERRORS;
    }
    return items.rejected() > 0
        ? SynthesisView.State.COMPLETED_WITH_REJECTS
        : SynthesisView.State.COMPLETED;
  }

  /** Of the first task that failed for good. */
  private @Nullable TaskError error(Transaction tx, Run run) {
    return tasks.telling(tx, List.of(run.runId())).stream()
        .filter(task -> task.state() == TaskState.FAILED || task.state() == TaskState.DEAD)
        .map(Task::view)
        .map(view -> view.error())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
