package io.mien.orchestrator.synthesis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.mien.contracts.object.ObjectRef;
import io.mien.store.ObjectStore;
import io.mien.store.json.WireJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds an item's line in an object of any length; only lines that may be it are parsed. */
final class LineSearch {

  private static final String CUSTOM_ID = "custom_id";

  private final ObjectStore store;

  LineSearch(ObjectStore store) {
    this.store = store;
  }

  /** The first line of an item, read no further than that. */
  <T> Optional<T> first(ObjectRef lines, String customId, Class<T> type) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                store.open(lines.bucket(), lines.key()), StandardCharsets.UTF_8))) {
      String written = WireJson.MAPPER.writeValueAsString(customId);
      return reader
          .lines()
          .filter(line -> line.contains(written))
          .map(LineSearch::parsed)
          .filter(line -> line.path(CUSTOM_ID).asText().equals(customId))
          .findFirst()
          .map(line -> WireJson.MAPPER.convertValue(line, type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parsed(String line) {
    try {
      return WireJson.MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
