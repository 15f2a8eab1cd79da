package io.mien.cli.synthesis;

import com.fasterxml.jackson.databind.MappingIterator;
import io.mien.cli.client.ClientJson;
import io.mien.cli.terminal.Table;
import io.mien.contracts.synthesis.FailedItem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The items that failed, by the code of their error, each code with its first lines. */
public final class ErrorsTable {

  private static final int SHOWN_OF_A_CODE = 3;

  private final Map<String, Kind> kinds = new TreeMap<>();

  private static final class Kind {
    private final List<FailedItem> first = new ArrayList<>();
    private long items;
  }

  /** Counts the JSON lines of a file, each a {@link FailedItem}. */
  public static ErrorsTable of(Path errors) throws IOException {
    ErrorsTable table = new ErrorsTable();
    try (MappingIterator<FailedItem> each =
        ClientJson.MAPPER.readerFor(FailedItem.class).readValues(Files.newInputStream(errors))) {
      while (each.hasNextValue()) {
        table.count(each.nextValue());
      }
    }
    return table;
  }

  /** Prints nothing when nothing failed. */
  public void print(PrintStream out) {
    if (kinds.isEmpty()) {
      return;
    }
    Table table = new Table("ERROR", "ITEMS", "LINE", "ITEM", "FOUND");
    kinds.forEach((code, kind) -> rows(table, code, kind));
    table.print(out);
  }

  private void count(FailedItem item) {
    Kind kind = kinds.computeIfAbsent(item.code(), code -> new Kind());
    kind.items++;
    if (kind.first.size() < SHOWN_OF_A_CODE) {
      kind.first.add(item);
    }
  }

  private static void rows(Table table, String code, Kind kind) {
    String shownCode = code;
    String count = Long.toString(kind.items);
    for (FailedItem item : kind.first) {
      String name = item.customId() == null ? "-" : item.customId();
      table.row(shownCode, count, item.line(), name, item.message());
      shownCode = "";
      count = "";
    }
    if (kind.items > kind.first.size()) {
      table.row("", "", "…", "", "and %d more".formatted(kind.items - kind.first.size()));
    }
  }
}
