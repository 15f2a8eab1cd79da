package io.mien.ingest.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the files that a legend names, and nothing outside the dataset. */
final class PictureFinder {

  private final Set<String> sources;
  private final Map<String, List<String>> byName = new HashMap<>();

  PictureFinder(List<String> sources) {
    this.sources = new HashSet<>(sources);
    for (String source : sources) {
      byName.computeIfAbsent(nameOf(source), name -> new ArrayList<>()).add(source);
    }
  }

  /**
   * @param problem why there is no source, for a person
   */
  record Found(Optional<String> source, String problem) {}

  /** As a path from the root, then under {@code images/}, then by its name in any folder. */
  Found find(String image) {
    String path = image.replace('\\', '/').replaceFirst("^(\\./)+", "");
    if (path.isEmpty()) {
      return new Found(Optional.empty(), "no image is named");
    }
    for (String candidate : List.of(path, "images/" + path)) {
      if (sources.contains(candidate)) {
        return new Found(Optional.of(candidate), "");
      }
    }
    List<String> sameName = byName.getOrDefault(nameOf(path), List.of());
    return switch (sameName.size()) {
      case 0 -> new Found(Optional.empty(), "no such file in the dataset");
      case 1 -> new Found(Optional.of(sameName.get(0)), "");
      default ->
          new Found(
              Optional.empty(), sameName.size() + " files have this name; write the whole path");
    };
  }

  private static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
