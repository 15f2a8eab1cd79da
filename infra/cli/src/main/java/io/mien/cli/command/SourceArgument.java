package io.mien.cli.command;

import io.mien.contracts.dataset.DatasetPlace;
import io.mien.contracts.failure.InvalidInput;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where a dataset lies, as people write it: a path, or an address in the object store. */
final class SourceArgument {

  private static final String STORED = DatasetPlace.SCHEME + "://";

  private SourceArgument() {}

  /**
   * @throws InvalidInput {@code dataset-source-missing} or {@code dataset-source-unsupported}
   */
  static URI of(String argument) {
    return isStored(argument)
        ? stored(argument.substring(STORED.length()))
        : local(Path.of(argument).toAbsolutePath().normalize());
  }

  /** Whether somebody means a place, and not the name of a dataset. */
  static boolean isPlace(String argument) {
    return isStored(argument) || Files.exists(Path.of(argument));
  }

  private static boolean isStored(String argument) {
    return argument.toLowerCase(Locale.ROOT).startsWith(STORED);
  }

  private static URI local(Path path) {
    if (!Files.exists(path)) {
      throw new InvalidInput(
          "dataset-source-missing",
          "Add the dataset in " + path + ": there is nothing. Check the path.");
    }
    return path.toUri();
  }

  /** Spaces and letters of any script may stand in a key as they are. */
  private static URI stored(String bucketAndKey) {
    int slash = bucketAndKey.indexOf('/');
    String bucket = slash < 0 ? bucketAndKey : bucketAndKey.substring(0, slash);
    String key = slash < 0 ? "/" : bucketAndKey.substring(slash);
    try {
      URI address = new URI(DatasetPlace.SCHEME, bucket, key, null, null);
      DatasetPlace.of(address);
      return address;
    } catch (URISyntaxException e) {
      throw new InvalidInput(
          "dataset-source-unsupported",
          "'%s%s' is no address: %s. Write s3://bucket/faces/."
              .formatted(STORED, bucketAndKey, e.getMessage()),
          e);
    }
  }
}
