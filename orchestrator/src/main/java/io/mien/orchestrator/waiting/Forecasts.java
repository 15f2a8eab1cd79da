package io.mien.orchestrator.waiting;

import io.mien.contracts.StepState;
import io.mien.contracts.event.Progress;
import io.mien.contracts.rest.RunForecast;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.StepView;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.waiting.JdbcStepTimes.StepTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How long runs will probably take, learnt from earlier runs of the same preset. */
public final class Forecasts {

  private static final Set<StepState> LEFT =
      Set.of(StepState.WAITING, StepState.QUEUED, StepState.RUNNING);

  private final JdbcStepTimes times = new JdbcStepTimes();

  public RunForecast of(Transaction tx, RunView run) {
    String preset = run.preset();
    Map<String, StepTime> typical = preset == null ? Map.of() : times.typical(tx, preset);
    List<RunForecast.Step> steps =
        run.steps().stream()
            .filter(step -> LEFT.contains(step.state()))
            .map(step -> new RunForecast.Step(step.name(), step.state(), left(step, typical)))
            .toList();
    boolean known = steps.stream().allMatch(step -> step.seconds() != null);
    double seconds =
        steps.stream()
            .map(RunForecast.Step::seconds)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .sum();
    int learntFrom = typical.values().stream().mapToInt(StepTime::runs).max().orElse(0);
    return new RunForecast(run.runId(), known ? seconds : null, learntFrom, steps);
  }

  /** What a running step says of itself counts more than what others took. */
  static @Nullable Double left(StepView step, Map<String, StepTime> typical) {
    Progress progress = step.progress();
    if (step.state() == StepState.RUNNING && progress != null && progress.perSecond() > 0) {
      return Math.max(0, progress.total() - progress.done()) / progress.perSecond();
    }
    StepTime before = typical.get(step.name());
    if (before == null) {
      return null;
    }
    double passed = step.seconds() == null ? 0 : step.seconds();
    return Math.max(0, before.seconds() - passed);
  }
}
