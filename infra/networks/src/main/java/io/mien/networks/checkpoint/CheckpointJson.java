package io.mien.networks.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** JSON of manifests and training specifications: strict about unknown and missing fields. */
public final class CheckpointJson {
  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private CheckpointJson() {}

  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** Reads a value; {@code source} names it in errors. */
  public static <T> T read(@Nullable JsonNode json, Class<T> type, String source) {
    if (json == null) {
      throw new InvalidCheckpoint("%s has no %s.".formatted(source, type.getSimpleName()));
    }
    try {
      return MAPPER.treeToValue(json, type);
    } catch (JsonProcessingException e) {
      throw new InvalidCheckpoint(
          "%s is not a valid %s: %s"
              .formatted(source, type.getSimpleName(), e.getOriginalMessage()),
          e);
    }
  }

  /**
   * Defaults with some fields, at any depth, replaced.
   *
   * @throws IllegalArgumentException when a field is unknown or a value does not fit
   */
  public static <T> T override(T defaults, JsonNode changes, Class<T> type) {
    JsonNode merged = MAPPER.valueToTree(defaults);
    if (merged instanceof ObjectNode object && changes.isObject()) {
      merge(object, changes);
    }
    try {
      return MAPPER.treeToValue(merged, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s is not a valid change of a %s: %s"
              .formatted(changes, type.getSimpleName(), e.getOriginalMessage()),
          e);
    }
  }

  private static void merge(ObjectNode into, JsonNode changes) {
    changes
        .properties()
        .forEach(
            field -> {
              JsonNode present = into.get(field.getKey());
              if (present instanceof ObjectNode object && field.getValue().isObject()) {
                merge(object, field.getValue());
              } else {
                into.set(field.getKey(), field.getValue());
              }
            });
  }
}
