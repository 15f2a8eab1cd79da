package io.mien.cli.command;

import io.mien.cli.client.MienClient;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.SynthesisView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mien synth resume SYNTHESIS}. */
@Command(
    name = "resume",
    aliases = "fetch",
    mixinStandardHelpOptions = true,
    description = "Go on watching a synthesis of many photos, and fetch what is missing on disk.")
final class SynthResumeCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "SYNTHESIS", description = "its run")
  private RunId run;

  @Option(names = "--out", description = "folder for the images (default: NAME-synthesis)")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException, InterruptedException {
    MienClient client = server.client();
    SynthesisView view = client.get("/v1/syntheses/" + run, SynthesisView.class);
    Path place = ResultPlace.of(out, view.name());
    return new SynthesisFollow(server, client, place).follow(run);
  }
}
