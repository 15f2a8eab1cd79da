package io.mien.orchestrator.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.RunState;
import io.mien.contracts.StepState;
import io.mien.contracts.TaskKind;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.StepId;
import io.mien.contracts.rest.RunForecast;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.StepView;
import io.mien.orchestrator.waiting.JdbcStepTimes.StepTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ForecastsTest {

  private static final Map<String, StepTime> TYPICAL =
      Map.of(
          "pack", new StepTime(100, 3),
          "train-classifier", new StepTime(20, 3),
          "train-stargan", new StepTime(50, 3),
          "evaluate", new StepTime(7, 3));

  @Test
  void stepsThatDoNotWaitForEachOtherAreDoneAtTheSameTime() {
    RunForecast forecast = Forecasts.of(pipeline(), TYPICAL);

    assertThat(forecast.seconds()).isEqualTo(50.0 + 7.0);
    assertThat(forecast.learntFrom()).isEqualTo(3);
    assertThat(forecast.steps())
        .extracting(RunForecast.Step::seconds)
        .containsExactly(20.0, 50.0, 7.0);
  }

  @Test
  void nothingIsSaidOfTheWholeWhenAStepWasNeverDoneBefore() {
    assertThat(Forecasts.of(pipeline(), Map.of("evaluate", new StepTime(7, 1))).seconds()).isNull();
  }

  private static RunView pipeline() {
    return new RunView(
        new RunId(UUID.randomUUID()),
        "r",
        "pipeline",
        null,
        null,
        0,
        RunState.RUNNING,
        Instant.EPOCH,
        null,
        List.of(
            step("pack", StepState.SUCCEEDED),
            step("train-classifier", StepState.QUEUED, "pack"),
            step("train-stargan", StepState.QUEUED, "pack"),
            step("evaluate", StepState.WAITING, "train-classifier", "train-stargan")),
        null,
        null);
  }

  private static StepView step(String name, StepState state, String... dependsOn) {
    return new StepView(
        new StepId(UUID.randomUUID()),
        name,
        TaskKind.TRAIN,
        state,
        List.of(dependsOn),
        null,
        null,
        null,
        null,
        null);
  }
}
