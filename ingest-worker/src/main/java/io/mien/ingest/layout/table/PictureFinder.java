package io.mien.ingest.layout.table;

import io.mien.ingest.layout.SourcePath;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that a legend names, and nothing outside the dataset. It does not matter whether
 * either takes letters apart, as macOS does (é as e and an accent).
 */
final class PictureFinder {

  private static final String NONE_NAMED = "no image is named";
  private static final String NO_SUCH_FILE = "no such file in the dataset";

  private final Map<String, String> sources = new HashMap<>();
  private final Map<String, List<String>> byName = new HashMap<>();

  PictureFinder(List<String> sources) {
    sources.forEach(source -> this.sources.put(source, source));
    for (String source : sources) {
      String composed = composed(source);
      this.sources.putIfAbsent(composed, source);
      byName.computeIfAbsent(SourcePath.name(composed), name -> new ArrayList<>()).add(source);
    }
  }

  /**
   * @param problem why there is no source, for a person
   */
  record Found(Optional<String> source, String problem) {}

  /** As a path from the root and nowhere else. */
  Found at(String image) {
    String path = normal(image);
    String source = source(path);
    return source != null
        ? new Found(Optional.of(source), "")
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
      String source = source(candidate);
      if (source != null) {
        return new Found(Optional.of(source), "");
      }
    }
    String end = "/" + composed(path);
    List<String> sameName = byName.getOrDefault(SourcePath.name(end), List.of());
    List<String> sameEnd = sameName.stream().filter(each -> composed(each).endsWith(end)).toList();
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

  private @Nullable String source(String path) {
    String exact = sources.get(path);
    return exact != null ? exact : sources.get(composed(path));
  }

  private static String composed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  private static String normal(String image) {
    return image.replace('\\', '/').replaceFirst("^(\\./)+", "");
  }
}
