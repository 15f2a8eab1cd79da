package io.mien.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which names a file may have below the root of a dataset, whoever gave them. */
public final class SourceName {

  private static final int LONGEST = 1024;
  private static final int DEEPEST = 64;
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:/.*", Pattern.DOTALL);
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  /** What macOS puts beside the files when it packs a folder. */
  private static final String RESOURCE_FORKS = "__MACOSX";

  private SourceName() {}

  /**
   * With forward slashes, and without the parts that mean nothing, as in {@code ./a//b}; a name
   * that leaves the dataset still does.
   */
  public static String normal(String raw) {
    String path = raw.replace('\\', '/');
    if (!path.contains("//") && !path.startsWith("./") && !path.contains("/./")) {
      return path;
    }
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/")) {
      if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return (path.startsWith("/") ? "/" : "") + String.join("/", parts);
  }

  /** Why no file may have such a name, for a person; empty when it may. */
  public static Optional<String> problem(String normal) {
    if (normal.isEmpty()) {
      return Optional.of("has no name");
    }
    if (normal.startsWith("/") || DRIVE.matcher(normal).matches()) {
      return Optional.of("has an absolute path");
    }
    if (("/" + normal + "/").contains("/../")) {
      return Optional.of("lies outside the dataset");
    }
    if (CONTROL.matcher(normal).find()) {
      return Optional.of("has control characters in its name");
    }
    if (normal.length() > LONGEST || normal.chars().filter(c -> c == '/').count() > DEEPEST) {
      return Optional.of(
          "has a path of more than %,d characters or %d folders".formatted(LONGEST, DEEPEST));
    }
    return Optional.empty();
  }

  /** Whether it belongs to a tool rather than to the dataset. */
  public static boolean isOfATool(String normal) {
    return normal.startsWith(".")
        || normal.contains("/.")
        || normal.startsWith(RESOURCE_FORKS + "/")
        || normal.contains("/" + RESOURCE_FORKS + "/");
  }

  /** For rejections and messages: short, and nothing that a terminal would obey. */
  public static String printable(String raw) {
    String head = raw.length() <= LONGEST ? raw : raw.substring(0, LONGEST) + "…";
    return CONTROL.matcher(head).replaceAll("\uFFFD");
  }
}
