package io.mien.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A set of files whose manifest lists them, as {@code checkpoint.json} does: {@code "files": {name:
 * {"bytes": …, "sha256": …}}}.
 */
public final class ObjectSet {

  private ObjectSet() {}

  /**
   * Downloads the manifest and every file it lists, each checked against its digest.
   *
   * @param directory created when it is missing
   * @throws InvalidInput {@code object-missing}, {@code object-corrupt} or {@code set-corrupt}
   */
  public static void download(ObjectStore store, PrefixRef set, Path directory) {
    byte[] manifest = store.read(set.manifest());
    try {
      Files.createDirectories(directory);
      for (Map.Entry<String, JsonNode> file :
          WireJson.MAPPER.readTree(manifest).path("files").properties()) {
        store.download(reference(set, file), directory.resolve(fileName(set, file.getKey())));
      }
      String name = set.manifest().key().substring(set.prefix().length());
      Files.write(directory.resolve(fileName(set, name)), manifest);
    } catch (IOException e) {
      throw new UncheckedIOException("Download " + set.prefix() + " to " + directory, e);
    }
  }

  private static ObjectRef reference(PrefixRef set, Map.Entry<String, JsonNode> file) {
    JsonNode stored = file.getValue();
    return new ObjectRef(
        set.bucket(),
        set.prefix() + file.getKey(),
        stored.path("bytes").asLong(),
        stored.path("sha256").asText());
  }

  private static String fileName(PrefixRef set, String name) {
    if (name.isEmpty() || name.contains("/") || name.startsWith(".")) {
      throw new InvalidInput(
          "set-corrupt",
          "Download %s: its manifest lists '%s', which is not a file name."
              .formatted(set.prefix(), name));
    }
    return name;
  }
}
