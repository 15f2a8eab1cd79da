package io.mien.ingest.layout.folder;

import io.mien.contracts.dataset.Expressions;
import io.mien.ingest.layout.Columns;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.SourcePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the folders on the way to a picture tell: {@code train/happy/a.png}. */
public final class ClassFolders {

  private ClassFolders() {}

  /** The first folder on the way that is named after an expression, else the first one at all. */
  public static Optional<String> classOf(String source) {
    List<String> folders =
        SourcePath.folders(source).stream()
            .filter(folder -> Columns.part(folder).isEmpty())
            .toList();
    return expressionOf(source).or(() -> folders.stream().findFirst());
  }

  /** The first folder on the way that is named after an expression. */
  public static Optional<String> expressionOf(String source) {
    return SourcePath.folders(source).stream()
        .filter(folder -> Expressions.canonical(folder).isPresent())
        .findFirst();
  }

  /** The official part, where the outermost folder that names one says so. */
  public static Map<String, String> partition(String source) {
    return Columns.partition(
        SourcePath.folders(source).stream()
            .flatMap(folder -> Columns.part(folder).stream())
            .findFirst());
  }

  static Set<String> classes(DatasetFolder folder) {
    return folder.files().stream()
        .flatMap(source -> classOf(source).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
