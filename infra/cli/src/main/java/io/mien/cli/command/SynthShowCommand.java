package io.mien.cli.command;

import io.mien.cli.terminal.ItemCounts;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.SynthesisView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mien synth show SYNTHESIS}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Show how far a synthesis of many photos is.")
final class SynthShowCommand implements Runnable {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "SYNTHESIS", description = "its run")
  private RunId run;

  @Override
  public void run() {
    SynthesisView view = server.client().get("/v1/syntheses/" + run, SynthesisView.class);
    server.print(view, () -> show(view));
  }

  private static void show(SynthesisView view) {
    SynthesisView.Items items = view.items();
    System.out.println(view.runId() + "  " + view.name() + "  " + view.state());
    System.out.printf(
        "%s items, %d done (%d images), %s; checkpoint %s%n",
        items.total() == null ? "?" : items.total(),
        items.succeeded(),
        items.images(),
        ItemCounts.ofTheRest(items),
        view.checkpointId());
    if (view.deadline() != null) {
      System.out.println("Given up at " + view.deadline());
    }
    if (view.error() != null) {
      System.out.println(view.error().message() + " [" + view.error().code() + "]");
    }
    System.out.println("Images: mien synth resume " + view.runId() + " --out DIR");
  }
}
