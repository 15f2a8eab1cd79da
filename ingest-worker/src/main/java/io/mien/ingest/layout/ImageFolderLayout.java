package io.mien.ingest.layout;

import io.mien.contracts.dataset.Expressions;
import io.mien.contracts.failure.InvalidInput;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A folder for each expression: {@code [train|val|test/]<expression>/**}. The person is taken from
 * the file's name where that follows a documented pattern; otherwise every picture is a person of
 * its own.
 */
public final class ImageFolderLayout implements DatasetLayout {

  private static final Set<String> PARTS = Set.of("train", "val", "valid", "validation", "test");

  @Override
  public String name() {
    return "image-folder";
  }

  @Override
  public Optional<String> recognise(DatasetFolder folder) {
    Set<String> classes =
        classes(folder).stream()
            .filter(word -> Expressions.canonical(word).isPresent())
            .collect(Collectors.toCollection(TreeSet::new));
    return classes.isEmpty()
        ? Optional.empty()
        : Optional.of("it has folders named " + String.join(", ", classes));
  }

  @Override
  public DatasetListing list(DatasetFolder folder) {
    if (classes(folder).isEmpty()) {
      throw new InvalidInput(
          "dataset-without-classes",
          "Cannot read %s as image-folder: it has no sub-folders. Make one for each expression, such as %s."
              .formatted(folder.root(), String.join(", ", Expressions.CANONICAL)));
    }
    return new DatasetListing(
        folder.files().stream().map(this::picture).toList(), folder.unreadable());
  }

  private Picture picture(String source) {
    String subject = SubjectNames.in(source).orElse(source);
    Label label =
        classOf(source)
            .map(Label::of)
            .orElseGet(() -> new Label.Missing("lies outside the folders of the expressions"));
    return new Picture(source, subject, label, Map.of());
  }

  private static Set<String> classes(DatasetFolder folder) {
    return folder.files().stream()
        .flatMap(source -> classOf(source).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The first folder on the way that is named after an expression, else the first one at all. */
  private static Optional<String> classOf(String source) {
    List<String> path = Arrays.asList(source.split("/"));
    List<String> folders =
        path.subList(0, path.size() - 1).stream()
            .filter(folder -> !PARTS.contains(folder.toLowerCase(java.util.Locale.ROOT)))
            .toList();
    return folders.stream()
        .filter(folder -> Expressions.canonical(folder).isPresent())
        .findFirst()
        .or(() -> folders.stream().findFirst());
  }
}
