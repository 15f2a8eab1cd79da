package io.mien.orchestrator.waiting;

import io.mien.contracts.StepState;
import io.mien.contracts.event.Progress;
import io.mien.contracts.rest.RunForecast;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.StepView;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.waiting.JdbcStepTimes.StepTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How long runs will probably take, learnt from earlier runs like them. */
public final class Forecasts {

  private static final Set<StepState> LEFT =
      Set.of(StepState.WAITING, StepState.QUEUED, StepState.RUNNING);

  private final JdbcStepTimes times = new JdbcStepTimes();

  public RunForecast of(Transaction tx, RunView run) {
    return of(run, times.typical(tx, run.preset(), run.template()));
  }

  static RunForecast of(RunView run, Map<String, StepTime> typical) {
    List<RunForecast.Step> steps =
        run.steps().stream()
            .filter(step -> LEFT.contains(step.state()))
            .map(step -> new RunForecast.Step(step.name(), step.state(), left(step, typical)))
            .toList();
    boolean known = steps.stream().allMatch(step -> step.seconds() != null);
    int learntFrom = typical.values().stream().mapToInt(StepTime::runs).max().orElse(0);
    return new RunForecast(run.runId(), known ? longestWay(run, typical) : null, learntFrom, steps);
  }

  /** Steps that do not wait for each other are done at the same time. */
  private static double longestWay(RunView run, Map<String, StepTime> typical) {
    Map<String, Double> ends = new HashMap<>();
    for (StepView step : run.steps()) {
      double begins =
          step.dependsOn().stream()
              .mapToDouble(before -> ends.getOrDefault(before, 0.0))
              .max()
              .orElse(0);
      Double takes = LEFT.contains(step.state()) ? left(step, typical) : null;
      ends.put(step.name(), begins + (takes == null ? 0 : takes));
    }
    return ends.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
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
