package io.mien.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mien.cli.client.ClientJson;
import io.mien.cli.client.MienClient;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

  /** Parameters of a template; a dataset may be called by its name. */
  Map<String, Object> ofTemplate(MienClient client, @Nullable String dataset) {
    Map<String, Object> values =
        ClientJson.MAPPER.convertValue(body(), new TypeReference<Map<String, Object>>() {});
    if (dataset != null) {
      values.put("dataset", new DatasetLookup(client).find(dataset).toString());
    }
    return values;
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
