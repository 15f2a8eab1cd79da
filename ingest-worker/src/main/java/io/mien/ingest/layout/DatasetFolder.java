package io.mien.ingest.layout;

import io.mien.contracts.failure.InvalidInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder with the files of a dataset. Links are followed; files and folders whose name begins
 * with a dot belong to tools, not to the dataset, and are left alone.
 *
 * @param files relative paths with forward slashes, in the order of their code points
 */
public record DatasetFolder(Path root, List<String> files) {

  public DatasetFolder {
    files = List.copyOf(files);
  }

  /**
   * @param source {@code file:} URI of a folder
   * @throws InvalidInput {@code dataset-missing}, {@code dataset-empty}, {@code dataset-unreadable}
   *     or {@code dataset-source-unsupported}
   */
  public static DatasetFolder open(URI source) {
    Path root = pathOf(source);
    if (!Files.isDirectory(root)) {
      throw new InvalidInput(
          "dataset-missing",
          "Cannot ingest %s: %s. Give a folder that the ingest worker can see."
              .formatted(root, Files.exists(root) ? "it is not a folder" : "it does not exist"));
    }
    List<String> files = filesUnder(root);
    if (files.isEmpty()) {
      throw new InvalidInput(
          "dataset-empty", "Cannot ingest %s: the folder holds no files.".formatted(root));
    }
    return new DatasetFolder(root, files);
  }

  public Path file(String source) {
    return root.resolve(source);
  }

  private static Path pathOf(URI source) {
    try {
      return Path.of(source);
    } catch (IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
      throw new InvalidInput(
          "dataset-source-unsupported",
          "Cannot ingest '%s': only folders are read, as file:///path/to/folder.".formatted(source),
          e);
    }
  }

  private static List<String> filesUnder(Path root) {
    try (Stream<Path> paths = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
      return paths
          .filter(Files::isRegularFile)
          .map(root::relativize)
          .filter(DatasetFolder::isVisible)
          .map(path -> path.toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new InvalidInput(
          "dataset-unreadable",
          "Cannot list %s: %s. Mend the permissions or links of the folder."
              .formatted(root, e.getMessage()),
          e);
    }
  }

  private static boolean isVisible(Path path) {
    for (Path part : path) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    return true;
  }
}
