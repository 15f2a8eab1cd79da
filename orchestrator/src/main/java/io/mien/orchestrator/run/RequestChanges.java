package io.mien.orchestrator.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.rest.RepeatableRequest;
import io.mien.store.json.WireJson;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request for a run with changes: JSON merge patch (RFC 7396). */
public final class RequestChanges {

  private RequestChanges() {}

  /**
   * The request with the changes; null takes a field away. The name is not kept: it was that of the
   * other run.
   *
   * @throws InvalidInput {@code bad-field} for a field that such requests do not have
   */
  public static RepeatableRequest apply(RepeatableRequest request, JsonNode changes) {
    if (!changes.isObject()) {
      throw new InvalidInput(
          "bad-field", "The changes are no JSON object but " + changes.getNodeType() + ".");
    }
    changes.fieldNames().forEachRemaining(field -> requireKnown(request, field));
    ObjectNode before = WireJson.MAPPER.valueToTree(request);
    before.remove("name");
    try {
      return WireJson.MAPPER.convertValue(merged(before, changes), request.getClass());
    } catch (IllegalArgumentException e) {
      throw new InvalidInput("bad-field", "The changes have another shape: " + e.getMessage(), e);
    }
  }

  private static JsonNode merged(@Nullable JsonNode before, JsonNode changes) {
    if (!changes.isObject()) {
      return changes;
    }
    ObjectNode merged =
        before instanceof ObjectNode object
            ? object.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    changes
        .fields()
        .forEachRemaining(
            change -> {
              if (change.getValue().isNull()) {
                merged.remove(change.getKey());
              } else {
                merged.set(change.getKey(), merged(merged.get(change.getKey()), change.getValue()));
              }
            });
    return merged;
  }

  private static void requireKnown(RepeatableRequest request, String field) {
    List<String> known =
        Arrays.stream(request.getClass().getRecordComponents())
            .map(RecordComponent::getName)
            .toList();
    if (!known.contains(field)) {
      throw new InvalidInput(
          "bad-field",
          "This run's request has no field '%s' that could be changed; it has %s."
              .formatted(field, String.join(", ", known)));
    }
  }
}
