package io.mien.contracts.dataset;

import io.mien.contracts.failure.InvalidInput;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the address of a dataset means. */
public sealed interface DatasetPlace {

  /** How the names of archives end that are read. */
  List<String> ARCHIVES = List.of(".zip", ".tar", ".tar.gz", ".tgz");

  /** The scheme of addresses in the object store. */
  String SCHEME = "s3";

  /** A folder or an archive that machines see. */
  record Local(Path path) implements DatasetPlace {}

  /**
   * In the object store.
   *
   * @param key of an archive; or a prefix, which ends in a slash unless it is the whole bucket
   */
  record Stored(String bucket, String key) implements DatasetPlace {

    public boolean isArchive() {
      return DatasetPlace.isArchive(key);
    }

    /** The address as people write it. */
    @Override
    public String toString() {
      return SCHEME + "://" + bucket + "/" + key;
    }
  }

  /**
   * Understands {@code file:///data/faces}, {@code file:///data/faces.zip}, {@code
   * s3://bucket/faces/} and {@code s3://bucket/faces.zip}.
   *
   * @throws InvalidInput {@code dataset-source-unsupported}
   */
  static DatasetPlace of(URI source) {
    if ("file".equalsIgnoreCase(source.getScheme())) {
      try {
        return new Local(Path.of(source));
      } catch (IllegalArgumentException | FileSystemNotFoundException e) {
        throw unsupported(source, e);
      }
    }
    if (SCHEME.equalsIgnoreCase(source.getScheme()) && isPlain(source)) {
      return stored(source.getAuthority(), source.getPath().replaceFirst("^/", ""));
    }
    throw unsupported(source, null);
  }

  /** A folder is meant where no archive is, with its slash or without. */
  private static Stored stored(String bucket, String key) {
    boolean whole = key.isEmpty() || key.endsWith("/") || isArchive(key);
    return new Stored(bucket, whole ? key : key + "/");
  }

  private static boolean isPlain(URI source) {
    return source.getAuthority() != null
        && source.getPath() != null
        && source.getQuery() == null
        && source.getFragment() == null;
  }

  /** Whether a name is that of an archive, by its ending in any case. */
  static boolean isArchive(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return ARCHIVES.stream().anyMatch(lower::endsWith);
  }

  private static InvalidInput unsupported(URI source, @Nullable Exception cause) {
    return new InvalidInput(
        "dataset-source-unsupported",
        "Cannot ingest '%s': give a folder or an archive (%s) as file:///data/faces or s3://bucket/faces/."
            .formatted(source, String.join(", ", ARCHIVES)),
        cause);
  }
}
