package io.mien.ingest.dataset;

import io.mien.contracts.dataset.Expressions;
import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.pack.SheetRow;
import io.mien.ingest.pack.SheetTile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the contact sheet shows: some crops of each expression, some rejects of each reason. */
final class SheetSample {

  private static final int CROPS_OF_EACH = 24;
  private static final int REJECTS_OF_EACH = 24;

  private SheetSample() {}

  static List<SheetRow> of(DatasetFolder folder, Extracted extracted) {
    List<SheetRow> rows = new ArrayList<>();
    for (String expression : Expressions.CANONICAL) {
      List<SheetTile> tiles =
          extracted.crops().stream()
              .filter(crop -> crop.expression().equals(expression))
              .map(crop -> new SheetTile(crop.png(), nameOf(crop.picture().source())))
              .toList();
      add(rows, expression, tiles, CROPS_OF_EACH);
    }
    for (Rejection.Code code : Arrays.asList(Rejection.Code.values())) {
      List<SheetTile> tiles =
          extracted.rejections().stream()
              .filter(rejection -> rejection.code() == code)
              .map(Rejection::source)
              .filter(source -> isFile(folder, source))
              .map(source -> new SheetTile(folder.file(source), nameOf(source)))
              .toList();
      add(rows, "rejected: " + code, tiles, REJECTS_OF_EACH);
    }
    return rows;
  }

  private static void add(List<SheetRow> rows, String title, List<SheetTile> tiles, int most) {
    if (!tiles.isEmpty()) {
      rows.add(new SheetRow(title + " (" + tiles.size() + ")", evenly(tiles, most)));
    }
  }

  /** Taken at equal distances, so that no person fills the sheet. */
  private static List<SheetTile> evenly(List<SheetTile> tiles, int most) {
    if (tiles.size() <= most) {
      return tiles;
    }
    List<SheetTile> chosen = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      chosen.add(tiles.get((int) ((long) i * tiles.size() / most)));
    }
    return chosen;
  }

  private static boolean isFile(DatasetFolder folder, String source) {
    Path file = folder.file(source);
    return Files.isReadable(file) && Files.isRegularFile(file);
  }

  private static String nameOf(String source) {
    return source.substring(source.lastIndexOf('/') + 1);
  }
}
