package io.mien.cli.command;

import io.mien.cli.synthesis.ItemLines;
import io.mien.cli.upload.Parcel;
import io.mien.contracts.dataset.DatasetPlace;
import io.mien.contracts.failure.InvalidInput;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The photos of a bulk synthesis, and what is asked for each.
 *
 * @param name of the synthesis when nobody gives another
 * @param items JSON lines on this machine; null when every picture of the source is an item, or
 *     {@code file} tells
 * @param source folder, archive or prefix of the photos; null when every photo has an address
 * @param file name of JSON lines in the source
 */
record BulkInput(String name, @Nullable Path items, @Nullable URI source, @Nullable String file) {

  /** Whether more than one photo is meant. */
  static boolean isMeant(String argument) {
    return isStored(argument)
        || isJsonLines(argument)
        || DatasetPlace.isArchive(argument)
        || Files.isDirectory(Path.of(argument));
  }

  /**
   * @param photos where the photos of JSON lines are; null for beside them
   * @throws InvalidInput {@code photos-missing} or {@code dataset-source-unsupported}
   */
  static BulkInput of(String argument, @Nullable String photos) throws IOException {
    requireThere(argument);
    if (!isJsonLines(argument)) {
      URI source = SourceArgument.of(argument);
      return new BulkInput(DatasetNames.of(source), null, source, null);
    }
    String name = argument.substring(argument.lastIndexOf('/') + 1);
    String stem = name.substring(0, name.lastIndexOf('.'));
    if (isStored(argument)) {
      String beside = argument.substring(0, argument.length() - name.length());
      return new BulkInput(stem, null, SourceArgument.of(beside), name);
    }
    Path items = Path.of(SourceArgument.of(argument));
    return new BulkInput(stem, items, source(items, photos), null);
  }

  /** What is sent to a server that does not see the files of this machine; often nothing. */
  Optional<Parcel> parcel() throws IOException {
    if (source == null || !(DatasetPlace.of(source) instanceof DatasetPlace.Local local)) {
      return Optional.empty();
    }
    if (items == null || !Files.isDirectory(local.path())) {
      return Optional.of(Parcel.of(local.path()));
    }
    Parcel named = Parcel.of(local.path(), ItemLines.photos(items));
    if (named.files().isEmpty()) {
      throw new InvalidInput(
          "photos-missing",
          "Send the photos that %s names: none of them is in %s. Name their folder with --source."
              .formatted(items, local.path()));
    }
    return Optional.of(named);
  }

  private static @Nullable URI source(Path items, @Nullable String photos) throws IOException {
    if (photos != null) {
      requireThere(photos);
      return SourceArgument.of(photos);
    }
    SortedSet<String> named = ItemLines.photos(items);
    Path beside = items.toAbsolutePath().getParent();
    return named.isEmpty() || beside == null ? null : beside.toUri();
  }

  private static void requireThere(String argument) {
    if (!isStored(argument) && !Files.exists(Path.of(argument))) {
      throw new InvalidInput(
          "photos-missing",
          "Read the photos of %s: there is nothing. Check the path."
              .formatted(Path.of(argument).toAbsolutePath()));
    }
  }

  private static boolean isStored(String argument) {
    return argument.toLowerCase(Locale.ROOT).startsWith(DatasetPlace.SCHEME + "://");
  }

  private static boolean isJsonLines(String argument) {
    String lower = argument.toLowerCase(Locale.ROOT);
    return lower.endsWith(".jsonl") || lower.endsWith(".ndjson");
  }
}
