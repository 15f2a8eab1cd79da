package io.mien.cli.command;

import io.mien.cli.client.MienClient;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.RunView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mien run rerun RUN}. */
@Command(
    name = "rerun",
    mixinStandardHelpOptions = true,
    description =
        "Ask for a run again, with changes of the fields of its request. Steps that the changes do not concern take the results that"
            + " are there.")
final class RunRerunCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "RUN")
  private RunId run;

  @Mixin private SetOption changes;

  @Option(names = "--watch", description = "follow the run until it ends")
  private boolean watch;

  @Override
  public Integer call() throws InterruptedException {
    MienClient client = server.client();
    RunView started = client.post("/v1/runs/" + run + "/rerun", changes.body(), RunView.class);
    return RunCommand.started(server, client, started, watch);
  }
}
