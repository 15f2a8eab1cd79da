package io.mien.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mien.cli.client.ClientJson;
import io.mien.cli.client.MienClient;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.RunView;
import java.util.Map;
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
        "Ask for a run again, with changes. Steps that the changes do not concern take the results that"
            + " are there.")
final class RunRerunCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "RUN")
  private RunId run;

  @Option(
      names = "--set",
      paramLabel = "FIELD=VALUE",
      description =
          "a field of the body of POST /v1/runs: --set preset=demo --set fold=2 --set fresh=true;"
              + " null takes one away")
  private Map<String, String> changes = Map.of();

  @Option(names = "--watch", description = "follow the run until it ends")
  private boolean watch;

  @Override
  public Integer call() throws InterruptedException {
    MienClient client = server.client();
    ObjectNode body = ClientJson.MAPPER.createObjectNode();
    changes.forEach((field, value) -> body.set(field, value(value)));
    RunView started = client.post("/v1/runs/" + run + "/rerun", body, RunView.class);
    return RunCommand.started(server, client, started, watch);
  }

  /** Numbers, true, null and JSON as such, everything else as text. */
  private static JsonNode value(String text) {
    try {
      return ClientJson.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(text);
    }
  }
}
