package io.mien.ingest.layout.folder;

import io.mien.contracts.dataset.Expressions;
import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Layouts;
import io.mien.contracts.failure.InvalidInput;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.DatasetLayout;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.Picture;
import io.mien.ingest.layout.SubjectNames;
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

  @Override
  public String name() {
    return Layouts.IMAGE_FOLDER;
  }

  @Override
  public Optional<String> recognise(DatasetFolder folder) {
    Set<String> classes =
        ClassFolders.classes(folder).stream()
            .filter(word -> Expressions.canonical(word).isPresent())
            .collect(Collectors.toCollection(TreeSet::new));
    return classes.isEmpty()
        ? Optional.empty()
        : Optional.of("it has folders named " + String.join(", ", classes));
  }

  @Override
  public DatasetListing list(DatasetFolder folder, LayoutOptions options) {
    if (ClassFolders.classes(folder).isEmpty()) {
      throw new InvalidInput(
          "dataset-without-classes",
          "Cannot read %s as image-folder: it has no sub-folders. Make one for each expression, such as %s."
              .formatted(folder.root(), String.join(", ", Expressions.CANONICAL)));
    }
    return folder.listing(source -> picture(folder, source));
  }

  private static Picture picture(DatasetFolder folder, String source) {
    String subject = SubjectNames.in(source).orElse(source);
    Label label =
        ClassFolders.classOf(source)
            .map(Label::of)
            .orElseGet(() -> new Label.Missing("lies outside the folders of the expressions"));
    return folder.picture(source, subject, label, ClassFolders.partition(source));
  }
}
