package io.mien.ingest.dataset;

import io.mien.contracts.dataset.Expressions;
import io.mien.contracts.dataset.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the contact sheet shows: some crops of each expression, some rejects of each reason.
 *
 * @param rows whose sources are sorted
 */
record SheetSample(List<Row> rows) {

  private static final int OF_EACH = 24;
  private static final String UNLABELLED = "without expression";

  /**
   * @param drawable whether something can be drawn of a rejected source
   */
  static SheetSample of(Extracted extracted, Predicate<String> drawable) {
    List<Row> rows = new ArrayList<>();
    for (String expression : Expressions.CANONICAL) {
      add(rows, Kind.CROPS, expression, crops(extracted, c -> expression.equals(c.expression())));
    }
    add(rows, Kind.CROPS, UNLABELLED, crops(extracted, crop -> crop.expression() == null));
    for (Rejection.Code code : Rejection.Code.values()) {
      List<String> sources =
          extracted.rejections().stream()
              .filter(rejection -> rejection.code() == code)
              .map(Rejection::source)
              .filter(drawable)
              .toList();
      add(rows, Kind.REJECTS, "rejected: " + code, sources);
    }
    return new SheetSample(List.copyOf(rows));
  }

  /** Everything of a kind that is shown. */
  Set<String> sources(Kind kind) {
    return rows.stream()
        .filter(row -> row.kind() == kind)
        .flatMap(row -> row.sources().stream())
        .collect(Collectors.toSet());
  }

  private static List<String> crops(Extracted extracted, Predicate<FoundCrop> which) {
    return extracted.crops().stream().filter(which).map(FoundCrop::source).toList();
  }

  private static void add(List<Row> rows, Kind kind, String title, List<String> sources) {
    if (!sources.isEmpty()) {
      rows.add(new Row(kind, title + " (" + sources.size() + ")", evenly(sources)));
    }
  }

  /** Taken at equal distances, so that no person fills the sheet. */
  private static List<String> evenly(List<String> sources) {
    if (sources.size() <= OF_EACH) {
      return sources;
    }
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < OF_EACH; i++) {
      chosen.add(sources.get((int) ((long) i * sources.size() / OF_EACH)));
    }
    return chosen;
  }

  /** What a row shows. */
  enum Kind {
    CROPS,
    REJECTS
  }

  /** A row of the sheet. */
  record Row(Kind kind, String title, List<String> sources) {

    Row {
      sources = List.copyOf(sources);
    }
  }
}
