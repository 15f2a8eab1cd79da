package io.mien.ingest.layout.table;

import io.mien.ingest.layout.SourcePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the files that a legend names, and nothing outside the dataset. */
final class PictureFinder {

  private static final String NONE_NAMED = "no image is named";
  private static final String NO_SUCH_FILE = "no such file in the dataset";

  private final Set<String> sources;
  private final Map<String, List<String>> byName = new HashMap<>();

  PictureFinder(List<String> sources) {
    this.sources = new HashSet<>(sources);
    for (String source : sources) {
      byName.computeIfAbsent(SourcePath.name(source), name -> new ArrayList<>()).add(source);
    }
  }

  /**
   * @param problem why there is no source, for a person
   */
  record Found(Optional<String> source, String problem) {}

  /** As a path from the root and nowhere else. */
  Found at(String image) {
    String path = normal(image);
    return sources.contains(path)
        ? new Found(Optional.of(path), "")
        : new Found(Optional.empty(), path.isEmpty() ? NONE_NAMED : NO_SUCH_FILE);
  }

  /**
   * As a path from the root, then under {@code images/}, then as the end of a path, then by its
   * name in any folder.
   */
  Found find(String image) {
    String path = normal(image);
    if (path.isEmpty()) {
      return new Found(Optional.empty(), NONE_NAMED);
    }
    for (String candidate : List.of(path, "images/" + path)) {
      if (sources.contains(candidate)) {
        return new Found(Optional.of(candidate), "");
      }
    }
    List<String> sameName = byName.getOrDefault(SourcePath.name(path), List.of());
    List<String> sameEnd = sameName.stream().filter(each -> each.endsWith("/" + path)).toList();
    if (sameEnd.size() == 1) {
      return new Found(Optional.of(sameEnd.get(0)), "");
    }
    return switch (sameName.size()) {
      case 0 -> new Found(Optional.empty(), NO_SUCH_FILE);
      case 1 -> new Found(Optional.of(sameName.get(0)), "");
      default ->
          new Found(
              Optional.empty(), sameName.size() + " files have this name; write the whole path");
    };
  }

  private static String normal(String image) {
    return image.replace('\\', '/').replaceFirst("^(\\./)+", "");
  }
}
