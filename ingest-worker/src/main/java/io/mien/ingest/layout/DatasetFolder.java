package io.mien.ingest.layout;

import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.failure.InvalidInput;
import io.mien.ingest.source.SourceFile;
import io.mien.ingest.source.SourceFiles;
import io.mien.ingest.source.SourceListing;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The files of a dataset as a tree of folders, wherever they lie. Files and folders whose name
 * begins with a dot belong to tools, not to the dataset, and are left alone.
 *
 * @param files relative paths with forward slashes, in the order of their code points
 * @param unreadable files and folders that cannot be read, and why
 */
public record DatasetFolder(SourceFiles origin, List<String> files, List<Rejection> unreadable) {

  public DatasetFolder {
    files = List.copyOf(files);
    unreadable = List.copyOf(unreadable);
  }

  /**
   * Lists a source.
   *
   * @throws InvalidInput {@code dataset-empty} or {@code dataset-unreadable}
   */
  public static DatasetFolder of(SourceFiles origin) {
    SourceListing listing = origin.list();
    if (listing.files().isEmpty()) {
      throw new InvalidInput(
          "dataset-empty",
          "Cannot ingest %s: it holds no files%s."
              .formatted(origin, listing.refused().isEmpty() ? "" : " that can be read"));
    }
    return new DatasetFolder(origin, listing.files(), listing.refused());
  }

  /** Where the dataset lies, for a person. */
  public String root() {
    return origin.toString();
  }

  public SourceFile file(String source) {
    return new SourceFile(origin, source);
  }

  /** Whether it is one of the files. */
  public boolean has(String source) {
    return Collections.binarySearch(files, source) >= 0;
  }

  /**
   * The folder that everything lies in, with its slash, as in an archive of a folder; empty when
   * there is no such folder.
   */
  public String top() {
    String first = files.isEmpty() ? "" : files.get(0);
    String top = first.substring(0, first.indexOf('/') + 1);
    return files.isEmpty() || files.get(files.size() - 1).startsWith(top) ? top : "";
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
        "legend-missing", "Cannot read %s as %s: %s".formatted(origin, layout, why));
  }

  /** Every file as a picture. */
  public DatasetListing listing(Function<String, Picture> picture) {
    return new DatasetListing(files.stream().map(picture).toList(), unreadable);
  }

  /** A picture that is a file of its own. */
  public Picture picture(
      String source, String subject, Label label, Map<String, String> attributes) {
    return new Picture(source, subject, label, attributes, file(source));
  }

  /** A picture of which the layout knows nothing but why. */
  public Picture unlabelled(String source, String why) {
    return picture(source, source, new Label.Missing(why), Map.of());
  }
}
