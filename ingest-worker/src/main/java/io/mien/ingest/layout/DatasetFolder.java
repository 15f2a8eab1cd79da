package io.mien.ingest.layout;

import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.failure.InvalidInput;
import io.mien.ingest.image.PictureFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A folder with the files of a dataset. Links are followed; files and folders whose name begins
 * with a dot belong to tools, not to the dataset, and are left alone.
 *
 * @param files relative paths with forward slashes, in the order of their code points
 * @param unreadable files and folders that cannot be read, and why
 */
public record DatasetFolder(Path root, List<String> files, List<Rejection> unreadable) {

  public DatasetFolder {
    files = List.copyOf(files);
    unreadable = List.copyOf(unreadable);
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
    DatasetFolder folder = walk(root);
    if (folder.files().isEmpty()) {
      throw new InvalidInput(
          "dataset-empty",
          "Cannot ingest %s: the folder holds no files%s."
              .formatted(root, folder.unreadable().isEmpty() ? "" : " that can be read"));
    }
    return folder;
  }

  public Path file(String source) {
    return root.resolve(source);
  }

  /** Those of the files that are called tables. */
  public List<String> tables() {
    return files.stream()
        .filter(source -> source.toLowerCase(Locale.ROOT).endsWith(".csv"))
        .toList();
  }

  /**
   * The refusal of a folder that lacks the table of a layout, {@code legend-missing}.
   *
   * @param why the sentence after the colon
   */
  public InvalidInput withoutTable(String layout, String why) {
    return new InvalidInput(
        "legend-missing", "Cannot read %s as %s: %s".formatted(root, layout, why));
  }

  /** Every file as a picture. */
  public DatasetListing listing(Function<String, Picture> picture) {
    return new DatasetListing(files.stream().map(picture).toList(), unreadable);
  }

  /** A picture that is a file of its own. */
  public Picture picture(
      String source, String subject, Label label, Map<String, String> attributes) {
    return new Picture(source, subject, label, attributes, new PictureFile(file(source)));
  }

  /** A picture of which the layout knows nothing but why. */
  public Picture unlabelled(String source, String why) {
    return picture(source, source, new Label.Missing(why), Map.of());
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

  private static DatasetFolder walk(Path root) {
    try {
      return new FolderWalk(root).walk();
    } catch (IOException e) {
      throw new InvalidInput(
          "dataset-unreadable",
          "Cannot list %s: %s. Mend the permissions or links of the folder."
              .formatted(root, e.getMessage()),
          e);
    }
  }
}
