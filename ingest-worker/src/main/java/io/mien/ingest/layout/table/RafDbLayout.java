package io.mien.ingest.layout.table;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Layouts;
import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.layout.Columns;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.DatasetLayout;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.LabelCodes;
import io.mien.ingest.layout.Picture;
import io.mien.ingest.layout.SourcePath;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * RAF-DB, its basic expressions (Li, Deng and Du, 2017): {@code train_00001.jpg 5} in {@code
 * EmoLabel/list_patition_label.txt}, which is spelt so. The pictures are {@code
 * Image/original/train_00001.jpg}, {@code Image/aligned/train_00001_aligned.jpg} or both; then the
 * originals are taken. Nobody knows who is on them.
 */
public final class RafDbLayout implements DatasetLayout {

  private static final List<String> TABLES =
      List.of("list_patition_label.txt", "list_partition_label.txt");

  private static final LabelCodes CODES =
      new LabelCodes(
          Map.of(
              1, "surprise",
              2, "fear",
              3, "disgust",
              4, "happiness",
              5, "sadness",
              6, "anger",
              7, "neutral"));

  @Override
  public String name() {
    return Layouts.RAF_DB;
  }

  @Override
  public Optional<String> recognise(DatasetFolder folder) {
    return table(folder).map(table -> "it has a " + table);
  }

  @Override
  public DatasetListing list(DatasetFolder folder, LayoutOptions options) {
    String table =
        table(folder)
            .orElseThrow(() -> folder.withoutTable(name(), "it has no list_patition_label.txt."));
    NamedPictures pictures = NamedPictures.anywhere(folder);
    Map<String, String> spare = new HashMap<>();
    ImageValues.forEach(folder.file(table), line -> add(pictures, spare, folder, line));
    spare.forEach(
        (aligned, original) -> {
          String detail = "is " + original + " again, aligned";
          pictures.leave(new Rejection(aligned, Rejection.Code.NOT_CHOSEN, detail));
        });
    return pictures.listing(List.of(table));
  }

  private static void add(
      NamedPictures pictures,
      Map<String, String> spare,
      DatasetFolder folder,
      ImageValues.Line line) {
    Optional<String> original = pictures.find(line.image());
    Optional<String> aligned = pictures.find(line.image().replaceFirst("\\.jpg$", "_aligned.jpg"));
    if (original.isPresent() && aligned.isPresent()) {
      spare.put(aligned.get(), original.get());
    }
    String image = original.or(() -> aligned).orElse(line.image());
    String code = line.values().stream().findFirst().orElse("");
    Label label =
        code.isEmpty()
            ? new Label.Missing("line %d has no label".formatted(line.number()))
            : CODES.label(code);
    pictures.add(
        new NamedPictures.Mention("line " + line.number(), image, code),
        source -> picture(folder, source, label));
  }

  private static Picture picture(DatasetFolder folder, String source, Label label) {
    String name = SourcePath.name(source);
    String prefix = name.substring(0, Math.max(0, name.indexOf('_')));
    Map<String, String> partition = Columns.partition(Columns.part(prefix));
    return folder.picture(source, source, label, partition);
  }

  private static Optional<String> table(DatasetFolder folder) {
    return folder.files().stream()
        .filter(source -> TABLES.contains(SourcePath.name(source).toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
