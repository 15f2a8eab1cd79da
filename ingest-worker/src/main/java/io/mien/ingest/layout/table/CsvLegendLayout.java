package io.mien.ingest.layout.table;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Layouts;
import io.mien.contracts.failure.InvalidInput;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.DatasetLayout;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Picture;
import io.mien.ingest.layout.SourcePath;
import io.mien.ingest.layout.SubjectNames;
import io.mien.ingest.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code legend.csv} with a column of images, one of labels or other attributes, and optionally
 * one of subjects; the images lie beside it, under {@code images/} or in any other folder below.
 */
public final class CsvLegendLayout implements DatasetLayout {

  private static final String LEGEND = "legend.csv";

  @Override
  public String name() {
    return Layouts.CSV_LEGEND;
  }

  @Override
  public Optional<String> recognise(DatasetFolder folder) {
    return legend(folder).map(file -> "it has a " + file);
  }

  @Override
  public DatasetListing list(DatasetFolder folder, LayoutOptions options) {
    String table =
        legend(folder)
            .orElseThrow(
                () ->
                    folder.withoutTable(
                        name(),
                        "it has no legend.csv. Put one in it with the columns image and emotion."));
    SourceFile file = folder.file(table);
    List<String> columns = CsvTable.columns(file);
    require(file, columns);
    NamedPictures pictures = NamedPictures.anywhere(folder);
    CsvTable.forEach(
        file,
        row ->
            pictures.add(
                new NamedPictures.Mention(
                    "line " + row.number(),
                    row.cell(LegendColumns.IMAGE).orElse(""),
                    row.cell(LegendColumns.LABEL).orElse("")),
                source -> picture(folder, source, row, columns)));
    return pictures.listing(List.of(table));
  }

  private static Picture picture(
      DatasetFolder folder, String source, TableRow row, List<String> columns) {
    String subject =
        row.cell(LegendColumns.SUBJECT).or(() -> SubjectNames.in(source)).orElse(source);
    Map<String, String> attributes = new LinkedHashMap<>();
    LegendColumns.attributes(row)
        .forEach((column, cell) -> attributes.put(column.toLowerCase(Locale.ROOT), cell));
    return folder.picture(source, subject, LegendColumns.label(row, columns), attributes);
  }

  private static void require(SourceFile file, List<String> columns) {
    if (!LegendColumns.contain(columns, LegendColumns.IMAGE)) {
      throw missing(file, columns, "image", LegendColumns.IMAGE);
    }
    if (!LegendColumns.contain(columns, LegendColumns.LABEL)
        && !LegendColumns.containAttributes(columns)) {
      throw missing(file, columns, "label", LegendColumns.LABEL);
    }
  }

  private static InvalidInput missing(
      SourceFile file, List<String> columns, String what, List<String> names) {
    return new InvalidInput(
        "legend-columns-missing",
        "Cannot read %s: no %s column among [%s]. Name one of its columns %s."
            .formatted(file, what, String.join(", ", columns), String.join(" or ", names)));
  }

  /**
   * {@code legend.csv} whatever it holds, else the first table that has the columns; at the top, or
   * in the one folder that holds everything.
   */
  private static Optional<String> legend(DatasetFolder folder) {
    String top = folder.top();
    List<String> tables =
        folder.tables().stream()
            .filter(source -> source.equals(top + SourcePath.name(source)))
            .toList();
    return tables.stream()
        .filter(source -> LEGEND.equalsIgnoreCase(SourcePath.name(source)))
        .findFirst()
        .or(() -> tables.stream().filter(source -> isLegend(folder.file(source))).findFirst());
  }

  private static boolean isLegend(SourceFile file) {
    try {
      List<String> columns = CsvTable.columns(file);
      return LegendColumns.contain(columns, LegendColumns.IMAGE)
          && LegendColumns.contain(columns, LegendColumns.LABEL);
    } catch (InvalidInput e) {
      return false;
    }
  }
}
