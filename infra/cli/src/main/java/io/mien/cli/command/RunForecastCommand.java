package io.mien.cli.command;

import io.mien.cli.terminal.Table;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.RunForecast;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mien run forecast RUN}. */
@Command(
    name = "forecast",
    mixinStandardHelpOptions = true,
    description = "Say how long a run will probably take, as earlier runs of its preset did.")
final class RunForecastCommand implements Runnable {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "RUN")
  private RunId run;

  @Override
  public void run() {
    RunForecast forecast = server.client().get("/v1/runs/" + run + "/forecast", RunForecast.class);
    server.print(forecast, () -> show(forecast));
  }

  private static void show(RunForecast forecast) {
    Table table = new Table("STEP", "STATE", "STILL TAKES");
    forecast.steps().forEach(step -> table.row(step.name(), step.state(), time(step.seconds())));
    table.print(System.out);
    System.out.printf(
        "In all %s, learnt from %d earlier runs.%n",
        time(forecast.seconds()), forecast.learntFrom());
  }

  static String time(@Nullable Double seconds) {
    if (seconds == null) {
      return "unknown";
    }
    long whole = Math.round(seconds);
    return "%d:%02d".formatted(whole / 60, whole % 60);
  }
}
