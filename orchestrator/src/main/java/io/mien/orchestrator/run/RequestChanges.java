package io.mien.orchestrator.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.rest.RunRequest;
import io.mien.store.json.WireJson;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** A request for a run with changes: JSON merge patch (RFC 7396) of its fields. */
public final class RequestChanges {

  private static final List<String> FIELDS =
      Arrays.stream(RunRequest.class.getRecordComponents()).map(RecordComponent::getName).toList();

  private RequestChanges() {}

  /**
   * The request with the fields of the changes in place of its own; null takes a field away. The
   * name is not kept: it was that of the other run.
   *
   * @throws InvalidInput {@code bad-field} for a field that requests do not have
   */
  public static RunRequest apply(RunRequest request, JsonNode changes) {
    if (!changes.isObject()) {
      throw new InvalidInput(
          "bad-field", "The changes are no JSON object but " + changes.getNodeType() + ".");
    }
    ObjectNode merged = WireJson.MAPPER.valueToTree(request);
    merged.remove("name");
    changes
        .fields()
        .forEachRemaining(
            change -> {
              requireKnown(change.getKey());
              if (change.getValue().isNull()) {
                merged.remove(change.getKey());
              } else {
                merged.set(change.getKey(), change.getValue());
              }
            });
    try {
      return WireJson.MAPPER.convertValue(merged, RunRequest.class);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput("bad-field", "The changes have another shape: " + e.getMessage(), e);
    }
  }

  private static void requireKnown(String field) {
    if (!FIELDS.contains(field)) {
      throw new InvalidInput(
          "bad-field",
          "A run has no field '%s' that could be changed; it has %s."
              .formatted(field, String.join(", ", FIELDS)));
    }
  }
}
