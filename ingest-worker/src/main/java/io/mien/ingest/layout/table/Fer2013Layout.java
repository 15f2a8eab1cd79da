package io.mien.ingest.layout.table;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Layouts;
import io.mien.ingest.layout.Columns;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.DatasetLayout;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.LabelCodes;
import io.mien.ingest.layout.Picture;
import io.mien.ingest.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * FER2013 (Goodfellow et al., 2013): no files but a {@code fer2013.csv} whose lines are the
 * pictures, {@code emotion,pixels,Usage}. Nobody knows who is on them.
 */
public final class Fer2013Layout implements DatasetLayout {

  private static final LabelCodes CODES =
      new LabelCodes(
          Map.of(
              0, "angry",
              1, "disgust",
              2, "fear",
              3, "happy",
              4, "sad",
              5, "surprise",
              6, "neutral"));

  @Override
  public String name() {
    return Layouts.FER2013;
  }

  @Override
  public Optional<String> recognise(DatasetFolder folder) {
    return table(folder).map(table -> "it has the columns emotion and pixels in " + table);
  }

  @Override
  public DatasetListing list(DatasetFolder folder, LayoutOptions options) {
    String table =
        table(folder)
            .orElseThrow(
                () -> folder.withoutTable(name(), "no CSV has the columns emotion and pixels."));
    List<Picture> pictures = new ArrayList<>(pictures(table, folder.file(table)));
    folder.files().stream()
        .filter(source -> !source.equals(table))
        .map(source -> folder.unlabelled(source, "the pictures of FER2013 are lines of " + table))
        .forEach(pictures::add);
    return new DatasetListing(pictures, folder.unreadable(), Set.of(table));
  }

  private static List<Picture> pictures(String table, SourceFile file) {
    List<Picture> pictures = new ArrayList<>();
    try {
      Fer2013Columns columns = Fer2013Columns.of(CsvTable.header(file)).orElseThrow();
      LineSpan.forEach(
          file,
          (line, text) -> {
            if (line.number() > 1 && !text.isEmpty()) {
              String source = "%s#%06d".formatted(table, line.number());
              pictures.add(picture(source, line, columns, Fer2013Columns.cells(text)));
            }
          });
    } catch (IOException e) {
      throw TextFile.unreadable(file, e);
    }
    return pictures;
  }

  private static Picture picture(
      String source, LineSpan line, Fer2013Columns columns, List<String> cells) {
    String code = columns.emotion(cells);
    Label label =
        code.isEmpty()
            ? new Label.Missing("line %d has no emotion".formatted(line.number()))
            : CODES.label(code);
    Map<String, String> partition = Columns.partition(Columns.part(columns.usage(cells)));
    return new Picture(source, source, label, partition, new Fer2013Pixels(line, columns));
  }

  private static Optional<String> table(DatasetFolder folder) {
    return folder.tables().stream().filter(source -> isTable(folder.file(source))).findFirst();
  }

  private static boolean isTable(SourceFile file) {
    try {
      return Fer2013Columns.of(CsvTable.header(file)).isPresent();
    } catch (IOException e) {
      return false;
    }
  }
}
