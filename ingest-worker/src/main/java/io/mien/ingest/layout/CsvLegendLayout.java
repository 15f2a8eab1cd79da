package io.mien.ingest.layout;

import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.failure.InvalidInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code legend.csv} with a column of images and one of labels, and optionally one of subjects;
 * the images lie beside it, under {@code images/} or in any other folder below.
 */
public final class CsvLegendLayout implements DatasetLayout {

  private static final String LEGEND = "legend.csv";

  @Override
  public String name() {
    return "csv-legend";
  }

  @Override
  public Optional<String> recognise(DatasetFolder folder) {
    return legend(folder).map(file -> "it has a " + file);
  }

  @Override
  public DatasetListing list(DatasetFolder folder) {
    String file =
        legend(folder)
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "legend-missing",
                        "Cannot read %s as csv-legend: it has no legend.csv. Put one in it with the columns image and emotion."
                            .formatted(folder.root())));
    Legend legend = Legend.read(folder.file(file));
    PictureFinder finder = new PictureFinder(folder.files());
    Map<String, Picture> named = new HashMap<>();
    List<Rejection> rejections = new ArrayList<>(folder.unreadable());
    for (Legend.Row row : legend.rows()) {
      take(row, finder, named, rejections);
    }
    List<Picture> pictures = new ArrayList<>(named.values());
    folder.files().stream()
        .filter(source -> !source.equals(file) && !named.containsKey(source))
        .map(source -> unnamed(source, file))
        .forEach(pictures::add);
    return new DatasetListing(pictures, rejections);
  }

  private static void take(
      Legend.Row row,
      PictureFinder finder,
      Map<String, Picture> named,
      List<Rejection> rejections) {
    PictureFinder.Found found = finder.find(row.image());
    Optional<String> source = found.source();
    if (source.isEmpty()) {
      String detail = "line %d: %s".formatted(row.number(), found.problem());
      rejections.add(new Rejection(row.image(), Rejection.Code.MISSING_FILE, detail));
      return;
    }
    Picture first = named.putIfAbsent(source.get(), picture(row, source.get()));
    if (first != null) {
      String detail =
          "line %d names the picture again, as '%s'; the first line counts"
              .formatted(row.number(), row.label());
      rejections.add(new Rejection(source.get(), Rejection.Code.DUPLICATE, detail));
    }
  }

  private static Picture picture(Legend.Row row, String source) {
    Label label =
        row.label().isEmpty()
            ? new Label.Missing("line %d has no label".formatted(row.number()))
            : Label.of(row.label());
    String subject =
        row.subject().isEmpty() ? SubjectNames.in(source).orElse(source) : row.subject();
    return new Picture(source, subject, label, row.attributes());
  }

  private static Picture unnamed(String source, String legend) {
    return new Picture(source, source, new Label.Missing("not named in " + legend), Map.of());
  }

  /** {@code legend.csv} whatever it holds, else the only table that has the columns. */
  private static Optional<String> legend(DatasetFolder folder) {
    List<String> tables =
        folder.files().stream()
            .filter(source -> !source.contains("/"))
            .filter(source -> source.toLowerCase(java.util.Locale.ROOT).endsWith(".csv"))
            .toList();
    return tables.stream()
        .filter(LEGEND::equalsIgnoreCase)
        .findFirst()
        .or(
            () ->
                tables.stream()
                    .filter(source -> Legend.hasColumns(folder.file(source)))
                    .findFirst());
  }
}
