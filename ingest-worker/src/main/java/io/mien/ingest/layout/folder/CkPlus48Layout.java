package io.mien.ingest.layout.folder;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Layouts;
import io.mien.ingest.layout.Columns;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.DatasetLayout;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.NamePattern;
import io.mien.ingest.layout.Picture;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * The variant of CK+ that goes around as 48 x 48 grey crops in a folder for each expression: {@code
 * CK+48/anger/S010_004_00000017.png}.
 */
public final class CkPlus48Layout implements DatasetLayout {

  private static final NamePattern NAME =
      NamePattern.of("(S\\d{3})_(\\d{3})_(\\d{8})\\.(?:png|jpe?g)");

  @Override
  public String name() {
    return Layouts.CK_PLUS_48;
  }

  @Override
  public Optional<String> recognise(DatasetFolder folder) {
    return folder.files().stream().anyMatch(CkPlus48Layout::isNamedInAClass)
        ? NAME.reason(folder).map(reason -> reason + " and lie in folders of expressions")
        : Optional.empty();
  }

  @Override
  public DatasetListing list(DatasetFolder folder, LayoutOptions options) {
    return folder.listing(source -> picture(folder, source));
  }

  private static Picture picture(DatasetFolder folder, String source) {
    return NAME.match(source)
        .map(told -> picture(folder, source, told))
        .orElseGet(() -> folder.unlabelled(source, "is not named as a frame of CK+"));
  }

  private static Picture picture(DatasetFolder folder, String source, MatchResult told) {
    Label label =
        ClassFolders.classOf(source)
            .map(Label::of)
            .orElseGet(() -> new Label.Missing("lies outside the folders of the expressions"));
    return folder.picture(
        source,
        told.group(1),
        label,
        Map.of(Columns.SEQUENCE, told.group(2), Columns.FRAME, told.group(3)));
  }

  private static boolean isNamedInAClass(String source) {
    return NAME.match(source).isPresent() && ClassFolders.expressionOf(source).isPresent();
  }
}
