package io.mien.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mien.cli.client.ClientJson;
import java.util.Map;
import picocli.CommandLine.Option;

/** Fields of a request's body, given one by one. */
final class SetOption {

  @Option(
      names = "--set",
      paramLabel = "FIELD=VALUE",
      description =
          "a field, as often as needed: --set preset=demo --set limit=5 --set"
              + " 'expressions=[\"happy\"]'; null takes one away")
  private Map<String, String> fields = Map.of();

  ObjectNode body() {
    ObjectNode body = ClientJson.MAPPER.createObjectNode();
    fields.forEach((field, value) -> body.set(field, value(value)));
    return body;
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
