package io.mien.networks.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.mien.networks.checkpoint.CheckpointManifest.StoredFile;
import io.mien.networks.layer.Overwrite;
import io.mien.networks.parameter.Parameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A folder with a checkpoint: safetensors files and, written last and moved into place, {@code
 * checkpoint.json}. Reading checks sizes and hashes before any number is used.
 */
public final class CheckpointDirectory {
  private final Path folder;
  private final CheckpointManifest manifest;

  private CheckpointDirectory(Path folder, CheckpointManifest manifest) {
    this.folder = folder;
    this.manifest = manifest;
  }

  /**
   * Writes files and their manifest.
   *
   * @param manifest without files, which are filled in here
   * @param files arrays by file name
   */
  public static CheckpointDirectory write(
      Path folder, CheckpointManifest manifest, Map<String, Map<String, NDArray>> files) {
    try {
      Files.createDirectories(folder);
      Map<String, StoredFile> stored = new LinkedHashMap<>();
      for (Map.Entry<String, Map<String, NDArray>> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Safetensors.write(path, file.getValue(), Map.of("format", "pt"));
        stored.put(file.getKey(), Sha256.of(path));
      }
      CheckpointManifest complete = manifest.withFiles(stored);
      Path draft = folder.resolve(CheckpointManifest.FILE + ".draft");
      Files.write(draft, CheckpointJson.MAPPER.writeValueAsBytes(complete));
      Files.move(
          draft,
          folder.resolve(CheckpointManifest.FILE),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      return new CheckpointDirectory(folder, complete);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing a checkpoint to " + folder + " failed.", e);
    }
  }

  /** Reads and checks the manifest; array files are checked when they are read. */
  public static CheckpointDirectory open(Path folder, NetworkKind expected) {
    CheckpointDirectory checkpoint = open(folder);
    NetworkKind found = checkpoint.manifest().network();
    if (found != expected) {
      throw new InvalidCheckpoint(
          "%s holds a %s, a %s was expected.".formatted(folder, found, expected));
    }
    return checkpoint;
  }

  /** The same of any network. */
  public static CheckpointDirectory open(Path folder) {
    Path file = folder.resolve(CheckpointManifest.FILE);
    try {
      JsonNode json = CheckpointJson.MAPPER.readTree(Files.readAllBytes(file));
      int format = json.path("format").asInt(0);
      if (format != CheckpointManifest.FORMAT) {
        throw new InvalidCheckpoint(
            "%s has format %d; this version reads %d."
                .formatted(file, format, CheckpointManifest.FORMAT));
      }
      CheckpointManifest manifest =
          CheckpointJson.MAPPER.treeToValue(json, CheckpointManifest.class);
      return new CheckpointDirectory(folder, manifest);
    } catch (NoSuchFileException e) {
      throw new InvalidCheckpoint("No checkpoint in " + folder + ": there is no " + file + ".", e);
    } catch (JsonProcessingException e) {
      throw new InvalidCheckpoint(
          "%s is not a checkpoint manifest: %s".formatted(file, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + file + " failed.", e);
    }
  }

  public CheckpointManifest manifest() {
    return manifest;
  }

  /** The manifest's training specification as a type. */
  public <T> T training(Class<T> type) {
    return CheckpointJson.read(manifest.training(), type, folder.toString());
  }

  /** One field of the manifest's training specification, such as a network's dimensions. */
  public <T> T training(String field, Class<T> type) {
    JsonNode training = manifest.training();
    return CheckpointJson.read(
        training == null ? null : training.get(field), type, field + " of " + folder);
  }

  /** Reads a file after checking its size and hash. */
  public Safetensors read(String name) {
    StoredFile expected = manifest.files().get(name);
    if (expected == null) {
      throw new InvalidCheckpoint(
          "The checkpoint in %s has no %s, only %s."
              .formatted(folder, name, manifest.files().keySet()));
    }
    Path path = folder.resolve(name);
    try {
      StoredFile found = Sha256.of(path);
      if (!found.equals(expected)) {
        throw new InvalidCheckpoint(
            "%s is damaged: the manifest says %s, found %s.".formatted(path, expected, found));
      }
      return Safetensors.read(path);
    } catch (NoSuchFileException e) {
      throw new InvalidCheckpoint(path + " is missing.", e);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + path + " failed.", e);
    }
  }

  /** Overwrites arrays with those of a file under a prefix; names and shapes must agree. */
  public static void restore(Parameters into, Safetensors file, String prefix) {
    try (NDManager scope = into.manager().newSubManager()) {
      into.asMap()
          .forEach(
              (name, array) -> {
                if (!file.shape(prefix + name).equals(array.getShape())) {
                  throw new InvalidCheckpoint(
                      "'%s' has shape %s, the network needs %s: another network's checkpoint."
                          .formatted(prefix + name, file.shape(prefix + name), array.getShape()));
                }
                Overwrite.with(array, file.array(prefix + name, scope));
              });
    }
  }
}
