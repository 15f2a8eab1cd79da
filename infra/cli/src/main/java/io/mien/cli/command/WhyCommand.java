package io.mien.cli.command;

import io.mien.cli.client.MienClient;
import io.mien.contracts.TaskState;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.StepView;
import io.mien.contracts.rest.WaitingView;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mien why RUN}: what each step that is not done waits for. */
@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    description = "Say of every step of a run that has not ended what it waits for, and how long.")
public final class WhyCommand implements Runnable {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "RUN")
  private RunId run;

  @Override
  public void run() {
    MienClient client = server.client();
    Map<String, Object> reasons = new LinkedHashMap<>();
    for (StepView step : client.get("/v1/runs/" + run, RunView.class).steps()) {
      if (step.task() != null && !step.task().state().isTerminal()) {
        reasons.put(
            step.name(),
            client.get("/v1/tasks/" + step.task().taskId() + "/waiting", WaitingView.class));
      } else if (step.waitingFor() != null) {
        reasons.put(step.name(), step.waitingFor());
      }
    }
    server.print(reasons, () -> show(reasons));
  }

  private static void show(Map<String, Object> reasons) {
    if (reasons.isEmpty()) {
      System.out.println("Every step has ended.");
    }
    reasons.forEach((step, reason) -> System.out.println(step + ": " + text(reason)));
  }

  private static String text(Object reason) {
    if (!(reason instanceof WaitingView waiting)) {
      return reason.toString();
    }
    boolean begins = waiting.state() == TaskState.QUEUED && waiting.etaSeconds() != null;
    return begins
        ? waiting.text() + " Begins in about " + RunForecastCommand.time(waiting.etaSeconds()) + "."
        : waiting.text();
  }
}
