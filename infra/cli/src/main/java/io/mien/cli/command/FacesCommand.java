package io.mien.cli.command;

import io.mien.cli.client.MienClient;
import io.mien.cli.terminal.RunScreen;
import io.mien.contracts.RunState;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.FacesRequest;
import io.mien.contracts.rest.RunView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mien faces}: faces of nobody, from a trained generator. */
@Command(
    name = "faces",
    mixinStandardHelpOptions = true,
    description = "Draw faces of nobody, and save them.",
    subcommands = {FacesCommand.Draw.class, FacesCommand.Save.class})
public final class FacesCommand {

  /** {@code mien faces draw}. */
  @Command(
      name = "draw",
      mixinStandardHelpOptions = true,
      description = "Draw faces and save them; equal checkpoints and seeds give equal faces.")
  static final class Draw implements Callable<Integer> {

    @Mixin private ServerOptions server;

    @Option(
        names = "--count",
        defaultValue = "64",
        description = "how many (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
        names = "--seed",
        defaultValue = "1",
        description = "what the faces are drawn from (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
        names = "--checkpoint",
        defaultValue = "candidate",
        description =
            "id or alias of a face generator (default: ${DEFAULT-VALUE}, the one trained last)")
    private String checkpoint;

    @Mixin private Target target;

    @Override
    public Integer call() throws IOException, InterruptedException {
      MienClient client = server.client();
      FacesRequest request = new FacesRequest(checkpoint, count, seed);
      RunView started = client.post("/v1/faces", request, RunView.class);
      RunScreen screen = new RunScreen(System.err, System.console() != null);
      RunView done = new RunWatch(client).follow(started.runId(), screen::show);
      if (done.state() != RunState.SUCCEEDED) {
        throw new InvalidInput(
            "generation-failed",
            "Draw %d faces: run %s is %s.".formatted(count, done.runId(), done.state()));
      }
      target.save(server, client, done);
      return 0;
    }
  }

  /** {@code mien faces save RUN}. */
  @Command(
      name = "save",
      mixinStandardHelpOptions = true,
      description = "Save the faces that a run has drawn.")
  static final class Save implements Callable<Integer> {

    @Mixin private ServerOptions server;

    @Parameters(paramLabel = "RUN")
    private RunId run;

    @Mixin private Target target;

    @Override
    public Integer call() throws IOException {
      MienClient client = server.client();
      target.save(server, client, client.get("/v1/runs/" + run, RunView.class));
      return 0;
    }
  }

  /** Where the images go. */
  static final class Target {

    @Option(
        names = "--out",
        defaultValue = ".",
        description = "folder for the images (default: here)")
    private Path out;

    private void save(ServerOptions server, MienClient client, RunView run) throws IOException {
      FaceSet set = FaceSet.require(run);
      set.save(client, out);
      server.print(
          run,
          () ->
              System.out.println(
                  "%d faces from seed %d are in %s"
                      .formatted(set.faces().count(), set.faces().seed(), out.toAbsolutePath())));
    }
  }
}
