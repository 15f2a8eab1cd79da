package io.mien.cli.command;

import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.PriorityRequest;
import io.mien.contracts.rest.RunView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mien run priority RUN PRIORITY}. */
@Command(
    name = "priority",
    mixinStandardHelpOptions = true,
    description = "Change how urgent a run is: -100 to 99, from 50 on ahead of all others.")
final class RunPriorityCommand implements Runnable {

  @Mixin private ServerOptions server;

  @Parameters(index = "0", paramLabel = "RUN")
  private RunId run;

  @Parameters(index = "1", paramLabel = "PRIORITY")
  private int priority;

  @Override
  public void run() {
    RunView view =
        server
            .client()
            .post("/v1/runs/" + run + "/priority", new PriorityRequest(priority), RunView.class);
    server.print(
        view, () -> System.out.println("Run " + view.runId() + " has priority " + view.priority()));
  }
}
