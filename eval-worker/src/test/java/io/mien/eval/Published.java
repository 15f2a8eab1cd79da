package io.mien.eval;

import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.store.ObjectStore;
import io.mien.store.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;

/** Folders as an attempt would have published them. */
final class Published {

  private Published() {}

  static PrefixRef folder(ObjectStore store, Bucket bucket, Path folder, String manifest)
      throws IOException {
    String prefix = "tasks/" + UUID.randomUUID() + "/";
    try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
      files.forEach(
          file ->
              store.put(
                  bucket, prefix + folder.relativize(file), file, "application/octet-stream"));
    }
    Path file = folder.resolve(manifest);
    return new PrefixRef(
        bucket,
        prefix,
        new ObjectRef(bucket, prefix + manifest, Files.size(file), Sha256.of(file)));
  }
}
