package io.mien.worker.attempt;

import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.store.ObjectStore;
import io.mien.worker.AttemptOutputs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes an attempt's objects under its prefix and remembers them. Thread-safe. */
public final class StoredOutputs implements AttemptOutputs {

  private static final String BYTES = "application/octet-stream";
  private static final Map<String, String> CONTENT_TYPES =
      Map.of(
          "json", "application/json",
          "jsonl", "application/x-ndjson",
          "png", "image/png",
          "jpg", "image/jpeg",
          "html", "text/html; charset=utf-8",
          "csv", "text/csv; charset=utf-8",
          "tar", "application/x-tar");

  private final ObjectStore store;
  private final String prefix;
  private final Map<String, ObjectRef> written = new LinkedHashMap<>();

  /**
   * @param prefix of the attempt, as {@link io.mien.store.ObjectKeys} gives it
   */
  public StoredOutputs(ObjectStore store, String prefix) {
    this.store = store;
    this.prefix = prefix;
  }

  @Override
  public ObjectRef put(Bucket bucket, String name, byte[] content, String contentType) {
    return remember(store.put(bucket, keyOf(name), content, contentType));
  }

  @Override
  public ObjectRef put(Bucket bucket, String name, Path file, String contentType) {
    return remember(store.put(bucket, keyOf(name), file, contentType));
  }

  @Override
  public PrefixRef putDirectory(Bucket bucket, String name, Path directory, String manifest) {
    if (!Files.isRegularFile(directory.resolve(manifest))) {
      throw new IllegalArgumentException(
          "Cannot publish " + directory + ": its manifest '" + manifest + "' is not there.");
    }
    for (String file : filesIn(directory)) {
      if (!file.equals(manifest)) {
        put(bucket, name + "/" + file, directory.resolve(file), contentTypeOf(file));
      }
    }
    ObjectRef last =
        put(bucket, name + "/" + manifest, directory.resolve(manifest), contentTypeOf(manifest));
    return new PrefixRef(bucket, keyOf(name) + "/", last);
  }

  @Override
  public PrefixRef asSet(ObjectRef manifest) {
    if (!manifest.key().startsWith(prefix)) {
      throw new IllegalArgumentException(
          "Object " + manifest.key() + " does not lie under " + prefix + ", so it is not its set.");
    }
    return new PrefixRef(manifest.bucket(), prefix, manifest);
  }

  @Override
  public void delete(PrefixRef set) {
    if (!set.prefix().startsWith(prefix)) {
      throw new IllegalArgumentException(
          "Set " + set.prefix() + " does not lie under " + prefix + ": it is not this attempt's.");
    }
    // The manifest first: what is left of an interrupted deletion does not look like a set
    remove(set.manifest());
    for (ObjectRef object : written()) {
      if (object.bucket() == set.bucket() && object.key().startsWith(set.prefix())) {
        remove(object);
      }
    }
  }

  private void remove(ObjectRef object) {
    store.delete(object.bucket(), object.key());
    forget(object);
  }

  private synchronized void forget(ObjectRef object) {
    written.remove(object.bucket() + "/" + object.key());
  }

  /** Everything that was written and is still there, in the order written. */
  synchronized List<ObjectRef> written() {
    return List.copyOf(written.values());
  }

  private synchronized ObjectRef remember(ObjectRef ref) {
    String address = ref.bucket() + "/" + ref.key();
    written.remove(address);
    written.put(address, ref);
    return ref;
  }

  private String keyOf(String name) {
    if (name.isBlank() || name.startsWith("/") || name.endsWith("/") || name.contains("..")) {
      throw new IllegalArgumentException(
          "'" + name + "' is no name for an output; use for example shards/train-00000.tar.");
    }
    return prefix + name;
  }

  private static List<String> filesIn(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      List<String> names = new ArrayList<>();
      files
          .filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .forEach(names::add);
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + directory + " to publish it", e);
    }
  }

  private static String contentTypeOf(String file) {
    String extension = file.substring(file.lastIndexOf('.') + 1);
    return CONTENT_TYPES.getOrDefault(extension, BYTES);
  }
}
