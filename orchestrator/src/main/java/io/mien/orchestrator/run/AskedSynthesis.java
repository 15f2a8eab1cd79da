package io.mien.orchestrator.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mien.contracts.rest.SynthesisRequest;
import io.mien.orchestrator.database.Json;
import io.mien.store.json.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request for a synthesis. Its items are kept as they came: whoever reads the lines of a file
 * judges them too, one by one, so that a broken one fails alone.
 *
 * @param request all but the items
 * @param items anything that JSON may have in an array
 */
public record AskedSynthesis(SynthesisRequest request, List<JsonNode> items) {

  private static final String ITEMS = "items";

  /** A text may have half a character, which no UTF-8 can hold. */
  private static final ObjectWriter LINE =
      WireJson.MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

  public AskedSynthesis {
    items = List.copyOf(items);
  }

  /**
   * @throws JsonProcessingException when it has another shape, but for what the items are
   */
  public static AskedSynthesis of(JsonNode body) throws JsonProcessingException {
    if (!(body instanceof ObjectNode object)) {
      throw MismatchedInputException.from(
          null, SynthesisRequest.class, "a JSON object is wanted, not " + body.getNodeType());
    }
    ObjectNode rest = WireJson.MAPPER.createObjectNode();
    rest.setAll(object);
    List<JsonNode> items = new ArrayList<>();
    if (rest.path(ITEMS).isArray()) {
      rest.remove(ITEMS).forEach(items::add);
    }
    return new AskedSynthesis(WireJson.MAPPER.treeToValue(rest, SynthesisRequest.class), items);
  }

  /** A request whose items, if it has any, have the right shape. */
  public static AskedSynthesis of(SynthesisRequest request) {
    List<JsonNode> items =
        request.items().stream().<JsonNode>map(WireJson.MAPPER::valueToTree).toList();
    return new AskedSynthesis(request, items);
  }

  /** Equal for equal requests. */
  public String content() {
    String alone = Json.write(request);
    return items.isEmpty() ? alone : alone + "\n" + sorted(items);
  }

  private static String sorted(List<JsonNode> items) {
    try {
      return WireJson.MAPPER
          .writer()
          .with(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .writeValueAsString(items);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Cannot write the items as JSON.", e);
    }
  }

  /** The items as JSON lines. */
  byte[] lines() {
    StringBuilder lines = new StringBuilder();
    try {
      for (JsonNode item : items) {
        lines.append(LINE.writeValueAsString(item)).append('\n');
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Cannot write the items as JSON lines.", e);
    }
    return lines.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
