package io.mien.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mien.cli.client.ClientJson;
import io.mien.cli.client.MienClient;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.StepsRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mien run steps FILE}. */
@Command(
    name = "steps",
    mixinStandardHelpOptions = true,
    description =
        "Start a run of steps that you name yourself, over datasets and checkpoints that are there:"
            + " only a training, only an evaluation, or several to compare.")
final class RunStepsCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "FILE", description = "the body of POST /v1/runs/steps, JSON")
  private Path file;

  @Option(names = "--watch", description = "follow the run until it ends")
  private boolean watch;

  @Override
  public Integer call() throws IOException, InterruptedException {
    MienClient client = server.client();
    RunView started = client.post("/v1/runs/steps", read(file), RunView.class);
    return RunCommand.started(server, client, started, watch);
  }

  private static StepsRequest read(Path file) throws IOException {
    try {
      return ClientJson.MAPPER.readValue(Files.readString(file), StepsRequest.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "Read steps from " + file + ": " + e.getOriginalMessage(), e);
    }
  }
}
