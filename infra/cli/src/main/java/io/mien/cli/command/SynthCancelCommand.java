package io.mien.cli.command;

import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.SynthesisView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mien synth cancel SYNTHESIS}. */
@Command(
    name = "cancel",
    mixinStandardHelpOptions = true,
    description = "End a synthesis of many photos; what is done stays.")
final class SynthCancelCommand implements Runnable {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "SYNTHESIS", description = "its run")
  private RunId run;

  @Override
  public void run() {
    SynthesisView view =
        server.client().post("/v1/syntheses/" + run + "/cancel", SynthesisView.class);
    server.print(
        view, () -> System.out.println("Synthesis " + view.runId() + " is " + view.state()));
  }
}
