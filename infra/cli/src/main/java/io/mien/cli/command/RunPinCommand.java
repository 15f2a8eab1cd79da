package io.mien.cli.command;

import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.RunView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mien run pin RUN}. */
@Command(
    name = "pin",
    mixinStandardHelpOptions = true,
    description = "Keep a run, and what it made, whatever its time is.")
final class RunPinCommand implements Runnable {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "RUN")
  private RunId run;

  @Override
  public void run() {
    RunView view = server.client().post("/v1/runs/" + run + "/pin", RunView.class);
    server.print(
        view,
        () ->
            System.out.println(
                "Run " + view.runId() + " (" + view.name() + ") is kept until it is unpinned"));
  }
}
