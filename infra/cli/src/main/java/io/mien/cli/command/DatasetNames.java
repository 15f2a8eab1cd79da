package io.mien.cli.command;

import io.mien.contracts.dataset.DatasetPlace;
import java.net.URI;
import java.util.Locale;

/** What a dataset is called when nobody says. */
final class DatasetNames {

  private DatasetNames() {}

  /** The name of the folder or of the bucket, or of the archive without its ending. */
  static String of(URI source) {
    String path = source.getPath().replaceFirst("/+$", "");
    String name = path.substring(path.lastIndexOf('/') + 1);
    String lower = name.toLowerCase(Locale.ROOT);
    return DatasetPlace.ARCHIVES.stream()
        .filter(ending -> lower.endsWith(ending) && lower.length() > ending.length())
        .findFirst()
        .map(ending -> name.substring(0, name.length() - ending.length()))
        .orElse(name.isEmpty() ? String.valueOf(source.getAuthority()) : name);
  }
}
