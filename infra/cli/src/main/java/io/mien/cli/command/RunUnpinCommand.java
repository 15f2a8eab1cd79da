package io.mien.cli.command;

import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.RunView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mien run unpin RUN}. */
@Command(
    name = "unpin",
    mixinStandardHelpOptions = true,
    description = "Let a run go when its time is over.")
final class RunUnpinCommand implements Runnable {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "RUN")
  private RunId run;

  @Override
  public void run() {
    RunView view = server.client().post("/v1/runs/" + run + "/unpin", RunView.class);
    server.print(
        view,
        () ->
            System.out.println(
                "Run " + view.runId() + " (" + view.name() + ") goes when its time is over"));
  }
}
