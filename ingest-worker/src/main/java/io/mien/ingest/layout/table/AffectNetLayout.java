package io.mien.ingest.layout.table;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Layouts;
import io.mien.contracts.dataset.Split;
import io.mien.ingest.layout.Columns;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.DatasetLayout;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.LabelCodes;
import io.mien.ingest.layout.SourcePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * AffectNet (Mollahosseini, Hasani and Mahoor, 2017): {@code training.csv} and {@code
 * validation.csv} with {@code subDirectory_filePath}, {@code expression}, {@code valence} and
 * {@code arousal}; the pictures lie in numbered folders somewhere below. Nobody knows who is on
 * them.
 */
public final class AffectNetLayout implements DatasetLayout {

  private static final List<String> PATH = List.of("subDirectory_filePath");
  private static final List<String> EXPRESSION = List.of("expression");
  private static final List<String> MEASURES = List.of("valence", "arousal");

  /** What stands for valence and arousal where there is no face. */
  private static final String NO_MEASURE = "-2";

  private static final LabelCodes CODES =
      new LabelCodes(
          Map.ofEntries(
              Map.entry(0, "neutral"),
              Map.entry(1, "happy"),
              Map.entry(2, "sad"),
              Map.entry(3, "surprise"),
              Map.entry(4, "fear"),
              Map.entry(5, "disgust"),
              Map.entry(6, "anger"),
              Map.entry(7, "contempt"),
              Map.entry(8, "none"),
              Map.entry(9, "uncertain"),
              Map.entry(10, "no face")));

  @Override
  public String name() {
    return Layouts.AFFECTNET;
  }

  @Override
  public Optional<String> recognise(DatasetFolder folder) {
    List<String> tables = tables(folder);
    return tables.isEmpty()
        ? Optional.empty()
        : Optional.of("it has a column subDirectory_filePath in " + String.join(", ", tables));
  }

  @Override
  public DatasetListing list(DatasetFolder folder, LayoutOptions options) {
    List<String> tables = tables(folder);
    if (tables.isEmpty()) {
      throw folder.withoutTable(
          name(), "no CSV has the columns subDirectory_filePath and expression.");
    }
    NamedPictures pictures = NamedPictures.anywhere(folder);
    for (String table : tables) {
      CsvTable.forEach(folder.file(table), row -> add(pictures, folder, table, row));
    }
    return pictures.listing(tables);
  }

  private static void add(
      NamedPictures pictures, DatasetFolder folder, String table, TableRow row) {
    String place = "%s, line %d".formatted(table, row.number());
    Label label =
        row.cell(EXPRESSION)
            .map(CODES::label)
            .orElseGet(() -> new Label.Missing(place + " has no expression"));
    String word = label instanceof Label.Known known ? known.expression() : "";
    pictures.add(
        new NamedPictures.Mention(place, row.cell(PATH).orElse(""), word),
        source -> folder.picture(source, source, label, attributes(table, row)));
  }

  private static Map<String, String> attributes(String table, TableRow row) {
    Map<String, String> attributes = new HashMap<>();
    for (String measure : MEASURES) {
      row.cell(List.of(measure))
          .filter(value -> !value.equals(NO_MEASURE))
          .ifPresent(value -> attributes.put(measure, value));
    }
    attributes.putAll(Columns.partition(part(table)));
    return attributes;
  }

  private static Optional<Split> part(String table) {
    String name = SourcePath.name(table);
    return Columns.part(name.substring(0, name.length() - ".csv".length()));
  }

  private static List<String> tables(DatasetFolder folder) {
    List<String> columns = List.of(PATH.get(0), EXPRESSION.get(0));
    return folder.tables().stream()
        .filter(source -> CsvTable.has(folder.file(source), columns))
        .toList();
  }
}
