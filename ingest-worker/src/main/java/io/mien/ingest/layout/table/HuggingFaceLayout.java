package io.mien.ingest.layout.table;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Layouts;
import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.DatasetLayout;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.Picture;
import io.mien.ingest.layout.SourcePath;
import io.mien.ingest.layout.SubjectNames;
import io.mien.ingest.layout.folder.ClassFolders;
import io.mien.ingest.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An imagefolder of Hugging Face with metadata: a {@code metadata.csv} or {@code metadata.jsonl} at
 * the root or in the folder of each part, whose {@code file_name} is relative to it (Hugging Face,
 * "Create an image dataset"). Without a column of labels, folders that are named after expressions
 * are the labels. A label that is a number stays unknown: only its publisher has the names.
 */
public final class HuggingFaceLayout implements DatasetLayout {

  private static final List<String> FILE_NAME = List.of("file_name");
  private static final String CSV = "metadata.csv";
  private static final String JSON_LINES = "metadata.jsonl";
  private static final Label UNLABELLED = new Label.Missing("its row has no label");

  @Override
  public String name() {
    return Layouts.HUGGING_FACE;
  }

  @Override
  public Optional<String> recognise(DatasetFolder folder) {
    List<String> tables = tables(folder);
    return tables.isEmpty()
        ? Optional.empty()
        : Optional.of("it has a " + String.join(", ", tables));
  }

  @Override
  public DatasetListing list(DatasetFolder folder, LayoutOptions options) {
    List<String> tables = tables(folder);
    if (tables.isEmpty()) {
      throw folder.withoutTable(
          name(), "it has neither a metadata.csv nor a metadata.jsonl with file_name.");
    }
    Label unlabelled = haveLabels(folder, tables) ? UNLABELLED : new Label.NotGiven();
    NamedPictures pictures = NamedPictures.byPath(folder);
    for (String table : tables) {
      forEach(
          folder.file(table),
          row -> add(pictures, table, row, source -> picture(folder, source, row, unlabelled)),
          line -> pictures.reject(malformed(table, line)));
    }
    return pictures.listing(tables);
  }

  private static boolean haveLabels(DatasetFolder folder, List<String> tables) {
    AtomicBoolean found = new AtomicBoolean();
    for (String table : tables) {
      forEach(
          folder.file(table),
          row -> row.cell(LegendColumns.LABEL).ifPresent(label -> found.set(true)),
          line -> {});
    }
    return found.get();
  }

  private static void forEach(SourceFile table, Consumer<TableRow> rows, Consumer<Long> malformed) {
    if (SourcePath.name(table.name()).toLowerCase(Locale.ROOT).equals(CSV)) {
      CsvTable.forEach(table, rows);
    } else {
      JsonLines.forEach(table, rows, malformed);
    }
  }

  private static void add(
      NamedPictures pictures, String table, TableRow row, Function<String, Picture> picture) {
    String name = row.cell(FILE_NAME).orElse("");
    String beside = SourcePath.folder(table);
    String image = beside.isEmpty() || name.isEmpty() ? name : beside + "/" + name;
    String place = "%s, line %d".formatted(table, row.number());
    String label = row.cell(LegendColumns.LABEL).orElse("");
    pictures.add(new NamedPictures.Mention(place, image, label), picture);
  }

  private static Picture picture(
      DatasetFolder folder, String source, TableRow row, Label unlabelled) {
    Map<String, String> attributes = new LinkedHashMap<>(LegendColumns.attributes(row));
    if (LegendColumns.part(row).isEmpty()) {
      attributes.putAll(ClassFolders.partition(source));
    }
    Label label =
        row.cell(LegendColumns.LABEL)
            .or(() -> ClassFolders.expressionOf(source))
            .map(Label::of)
            .orElse(unlabelled);
    String subject =
        row.cell(LegendColumns.SUBJECT).or(() -> SubjectNames.in(source)).orElse(source);
    return folder.picture(source, subject, label, attributes);
  }

  private static Rejection malformed(String table, long line) {
    return new Rejection(
        table, Rejection.Code.UNREADABLE, "line %d is no JSON object".formatted(line));
  }

  private static List<String> tables(DatasetFolder folder) {
    return folder.files().stream().filter(source -> isTable(folder.file(source))).toList();
  }

  private static boolean isTable(SourceFile file) {
    String name = SourcePath.name(file.name()).toLowerCase(Locale.ROOT);
    return name.equals(CSV) && CsvTable.has(file, FILE_NAME)
        || name.equals(JSON_LINES) && JsonLines.begins(file, FILE_NAME);
  }
}
