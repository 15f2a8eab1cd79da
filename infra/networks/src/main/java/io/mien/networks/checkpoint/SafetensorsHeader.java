package io.mien.networks.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON header of a safetensors file: free strings, and where each tensor lies. Offsets count
 * from the first byte after the header.
 */
record SafetensorsHeader(Map<String, String> metadata, Map<String, Entry> entries) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String METADATA = "__metadata__";

  /** Type, shape and place of one tensor. */
  record Entry(String type, List<Long> shape, long begin, long end) {
    long elements() {
      return shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
    }
  }

  static SafetensorsHeader parse(String json, long dataBytes, String file) {
    try {
      JsonNode root = JSON.readTree(json);
      Map<String, String> metadata = new LinkedHashMap<>();
      Map<String, Entry> entries = new LinkedHashMap<>();
      root.properties()
          .forEach(
              field -> {
                if (field.getKey().equals(METADATA)) {
                  field
                      .getValue()
                      .properties()
                      .forEach(text -> metadata.put(text.getKey(), text.getValue().asText()));
                } else {
                  entries.put(field.getKey(), entry(field.getValue()));
                }
              });
      SafetensorsHeader header = new SafetensorsHeader(metadata, entries);
      header.verify(dataBytes, file);
      return header;
    } catch (JsonProcessingException | ArithmeticException e) {
      throw new InvalidCheckpoint("The header of " + file + " is not a safetensors header.", e);
    }
  }

  String json() {
    Map<String, Object> root = new LinkedHashMap<>();
    if (!metadata.isEmpty()) {
      root.put(METADATA, metadata);
    }
    entries.forEach(
        (name, e) ->
            root.put(
                name,
                Map.of(
                    "dtype", e.type(),
                    "shape", e.shape(),
                    "data_offsets", List.of(e.begin(), e.end()))));
    try {
      return JSON.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Writing a safetensors header failed.", e);
    }
  }

  private static Entry entry(JsonNode node) {
    List<Long> shape = new ArrayList<>();
    node.path("shape").forEach(side -> shape.add(side.asLong(-1)));
    JsonNode offsets = node.path("data_offsets");
    return new Entry(
        node.path("dtype").asText(),
        List.copyOf(shape),
        offsets.path(0).asLong(-1),
        offsets.path(1).asLong(-1));
  }

  private void verify(long dataBytes, String file) {
    entries.forEach(
        (name, e) -> {
          long bytes = e.elements() * bytesPerElement(e.type(), file);
          if (e.begin() < 0 || e.end() > dataBytes || e.end() - e.begin() != bytes || bytes < 0) {
            throw new InvalidCheckpoint(
                "Tensor '%s' of %s (%s %s) lies at %d to %d of %d bytes: the file is damaged."
                    .formatted(name, file, e.type(), e.shape(), e.begin(), e.end(), dataBytes));
          }
        });
  }

  private static int bytesPerElement(String type, String file) {
    return switch (type) {
      case "F32", "I32" -> 4;
      case "I64", "F64" -> 8;
      case "F16", "BF16", "I16" -> 2;
      case "U8", "I8", "BOOL" -> 1;
      default -> throw new InvalidCheckpoint("Type " + type + " in " + file + " is not supported.");
    };
  }
}
