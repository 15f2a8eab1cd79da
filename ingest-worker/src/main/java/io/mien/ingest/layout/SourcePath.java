package io.mien.ingest.layout;

import java.util.Arrays;
import java.util.List;

/** The parts of a picture's path below the root of its dataset. */
public final class SourcePath {

  private SourcePath() {}

  /** {@code c.png} of {@code a/b/c.png}. */
  public static String name(String source) {
    return source.substring(source.lastIndexOf('/') + 1);
  }

  /** {@code a/b} of {@code a/b/c.png}; empty at the root. */
  public static String folder(String source) {
    return source.substring(0, Math.max(0, source.lastIndexOf('/')));
  }

  /** {@code a} and {@code b} of {@code a/b/c.png}. */
  public static List<String> folders(String source) {
    List<String> path = Arrays.asList(source.split("/"));
    return path.subList(0, path.size() - 1);
  }
}
