package io.mien.cli.synthesis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.mien.cli.client.ClientJson;
import io.mien.contracts.dataset.DatasetPlace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The JSON lines of a bulk synthesis, as far as the client must know them. The server judges them:
 * what cannot be read here is its to say, line by line.
 */
public final class ItemLines {

  private ItemLines() {}

  /** The photos that the lines name, without those that have an address of their own. */
  public static SortedSet<String> photos(Path items) throws IOException {
    SortedSet<String> photos = new TreeSet<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(items), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode photo = read(line).path("photo");
        if (photo.isTextual() && !photo.textValue().startsWith(DatasetPlace.SCHEME + "://")) {
          photos.add(photo.textValue());
        }
      }
    }
    return photos;
  }

  private static JsonNode read(String line) {
    try {
      return ClientJson.MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      return ClientJson.MAPPER.missingNode();
    }
  }
}
