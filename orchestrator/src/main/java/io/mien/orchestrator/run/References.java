package io.mien.orchestrator.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;

/**
 * Objects in a task's JSON that stand for something else: those whose first field begins with $.
 */
final class References {

  static final String STEP = "$step";

  private static final String MARK = "$";

  private References() {}

  /**
   * What an earlier step hands back.
   *
   * @param field of its result
   */
  record StepReference(String step, String field) {

    static StepReference of(JsonNode reference) {
      return new StepReference(reference.path(STEP).asText(), reference.path("field").asText());
    }
  }

  /** The JSON with something else in the place of each reference to a step. */
  static JsonNode replace(JsonNode json, Function<StepReference, JsonNode> value) {
    return replaceAll(
        json,
        reference -> reference.has(STEP) ? value.apply(StepReference.of(reference)) : reference);
  }

  /** The JSON with something else in the place of each reference. */
  static JsonNode replaceAll(JsonNode json, Function<ObjectNode, JsonNode> value) {
    if (json instanceof ArrayNode array) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      array.forEach(item -> items.add(replaceAll(item, value)));
      return items;
    }
    if (!(json instanceof ObjectNode object)) {
      return json;
    }
    if (isReference(object)) {
      return value.apply(object);
    }
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    for (Iterator<Map.Entry<String, JsonNode>> fields = object.fields(); fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      copy.set(field.getKey(), replaceAll(field.getValue(), value));
    }
    return copy;
  }

  private static boolean isReference(ObjectNode object) {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      if (names.next().startsWith(MARK)) {
        return true;
      }
    }
    return false;
  }
}
