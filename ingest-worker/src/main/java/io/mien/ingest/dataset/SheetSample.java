package io.mien.ingest.dataset;

import io.mien.contracts.dataset.Expressions;
import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.image.PictureContent;
import io.mien.ingest.image.PictureFile;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.SourcePath;
import io.mien.ingest.pack.SheetRow;
import io.mien.ingest.pack.SheetTile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the contact sheet shows: some crops of each expression, some rejects of each reason. */
final class SheetSample {

  private static final int CROPS_OF_EACH = 24;
  private static final int REJECTS_OF_EACH = 24;
  private static final String UNLABELLED = "without expression";

  private SheetSample() {}

  static List<SheetRow> of(DatasetFolder folder, DatasetListing listing, Extracted extracted) {
    List<SheetRow> rows = new ArrayList<>();
    for (String expression : Expressions.CANONICAL) {
      addCrops(rows, expression, extracted, crop -> expression.equals(expressionOf(crop)));
    }
    addCrops(rows, UNLABELLED, extracted, crop -> expressionOf(crop) == null);
    Map<String, PictureContent> contents = new HashMap<>();
    listing.pictures().forEach(picture -> contents.put(picture.source(), picture.content()));
    for (Rejection.Code code : Rejection.Code.values()) {
      List<SheetTile> tiles =
          extracted.rejections().stream()
              .filter(rejection -> rejection.code() == code)
              .map(Rejection::source)
              .filter(source -> contents.containsKey(source) || isFile(folder, source))
              .map(
                  source ->
                      new SheetTile(
                          contents.getOrDefault(source, new PictureFile(folder.file(source))),
                          SourcePath.name(source)))
              .toList();
      add(rows, "rejected: " + code, tiles, REJECTS_OF_EACH);
    }
    return rows;
  }

  private static void addCrops(
      List<SheetRow> rows, String title, Extracted extracted, Predicate<Outcome.Cropped> which) {
    List<SheetTile> tiles =
        extracted.crops().stream()
            .filter(which)
            .map(
                crop ->
                    new SheetTile(
                        new PictureFile(crop.png()), SourcePath.name(crop.picture().source())))
            .toList();
    add(rows, title, tiles, CROPS_OF_EACH);
  }

  private static @Nullable String expressionOf(Outcome.Cropped crop) {
    return crop.picture().expression();
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
}
