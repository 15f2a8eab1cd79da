package io.mien.cli.command;

import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.RunView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mien run pause RUN}. */
@Command(
    name = "pause",
    mixinStandardHelpOptions = true,
    description =
        "Let a run rest: its trainings leave a state and stop, nothing more of it begins.")
final class RunPauseCommand implements Runnable {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "RUN")
  private RunId run;

  @Override
  public void run() {
    RunView view = server.client().post("/v1/runs/" + run + "/pause", RunView.class);
    server.print(view, () -> System.out.println("Run " + view.runId() + " is " + view.state()));
  }
}
