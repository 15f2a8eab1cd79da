package io.mien.ingest.layout.table;

import io.mien.contracts.dataset.Split;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.SourcePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What CelebA tells of each picture beside its attributes.
 *
 * @param people by the name of the picture
 * @param parts the official partition, by the name of the picture
 * @param tables the files that it was read from
 */
record CelebaLists(Map<String, String> people, Map<String, Split> parts, List<String> tables) {

  private static final String PEOPLE = "identity_celeba";
  private static final String PARTS = "list_eval_partition";

  static CelebaLists read(DatasetFolder folder) {
    Map<String, String> people = new HashMap<>();
    Map<String, Split> parts = new HashMap<>();
    List<String> tables = new ArrayList<>();
    read(folder, PEOPLE, tables, people::put);
    read(
        folder,
        PARTS,
        tables,
        (image, code) -> part(code).ifPresent(part -> parts.put(image, part)));
    return new CelebaLists(people, parts, tables);
  }

  private static void read(
      DatasetFolder folder, String name, List<String> tables, BiConsumer<String, String> consumer) {
    Optional<String> table = find(folder, name);
    if (table.isPresent()) {
      tables.add(table.get());
      ImageValues.forEach(
          folder.file(table.get()),
          line -> number(line).ifPresent(number -> consumer.accept(line.image(), number)));
    }
  }

  /** A list of CelebA by its name, as text or as CSV, in any folder. */
  static Optional<String> find(DatasetFolder folder, String name) {
    return folder.files().stream()
        .filter(
            source -> {
              String file = SourcePath.name(source).toLowerCase(Locale.ROOT);
              return file.equals(name + ".txt") || file.equals(name + ".csv");
            })
        .findFirst();
  }

  /** The number behind the image's name; nothing in a header. */
  private static Optional<String> number(ImageValues.Line line) {
    return line.values().stream().findFirst().filter(value -> value.matches("\\d+"));
  }

  private static Optional<Split> part(String code) {
    return switch (code) {
      case "0" -> Optional.of(Split.TRAIN);
      case "1" -> Optional.of(Split.VALIDATION);
      case "2" -> Optional.of(Split.TEST);
      default -> Optional.empty();
    };
  }
}
