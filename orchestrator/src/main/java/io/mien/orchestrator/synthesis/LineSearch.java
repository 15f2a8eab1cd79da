package io.mien.orchestrator.synthesis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.mien.contracts.failure.Unavailable;
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

  /**
   * The first line of an item, read no further than that.
   *
   * @throws Unavailable when the store breaks off
   */
  <T> Optional<T> first(ObjectRef lines, String customId, Class<T> type) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                store.open(lines.bucket(), lines.key()), StandardCharsets.UTF_8))) {
      String written = WireJson.MAPPER.writeValueAsString(customId);
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.contains(written)) {
          JsonNode item = WireJson.MAPPER.readTree(line);
          if (item.path(CUSTOM_ID).asText().equals(customId)) {
            return Optional.of(WireJson.MAPPER.treeToValue(item, type));
          }
        }
      }
      return Optional.empty();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    } catch (IOException e) {
      throw new Unavailable(
          "store-unavailable",
          "Look for item '%s' in %s: the object store broke off. Try again."
              .formatted(customId, lines.key()),
          e);
    }
  }
}
