package io.mien.orchestrator.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mien.orchestrator.database.Json;

/** What a call asked for, in short and without secrets: JSON that may end early. */
public final class CallDetails {

  private static final int MOST_CHARACTERS = 4096;
  private static final int MOST_OF_A_TEXT = 500;
  private static final int MOST_OF_AN_ARRAY = 20;

  private CallDetails() {}

  public static String of(JsonNode asked) {
    return cut(Json.write(shortened(asked)), MOST_CHARACTERS);
  }

  private static JsonNode shortened(JsonNode value) {
    if (value instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      object
          .fields()
          .forEachRemaining(each -> copy.set(each.getKey(), field(each.getKey(), each.getValue())));
      return copy;
    }
    if (value instanceof ArrayNode array) {
      return shortened(array);
    }
    return value.isTextual()
        ? TextNode.valueOf(cut(Secrecy.plain(value.textValue()), MOST_OF_A_TEXT))
        : value;
  }

  private static JsonNode field(String name, JsonNode value) {
    if (Secrecy.isSecret(name)) {
      return TextNode.valueOf(Secrecy.HIDDEN);
    }
    return Secrecy.isCapability(name)
        ? TextNode.valueOf(Secrecy.host(value.asText()))
        : shortened(value);
  }

  private static ArrayNode shortened(ArrayNode array) {
    ArrayNode copy = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < Math.min(array.size(), MOST_OF_AN_ARRAY); i++) {
      copy.add(shortened(array.get(i)));
    }
    if (array.size() > MOST_OF_AN_ARRAY) {
      copy.add("… (cut; %,d elements)".formatted(array.size()));
    }
    return copy;
  }

  private static String cut(String text, int most) {
    return text.length() <= most
        ? text
        : "%s… (cut; %,d characters)".formatted(text.substring(0, most), text.length());
  }
}
