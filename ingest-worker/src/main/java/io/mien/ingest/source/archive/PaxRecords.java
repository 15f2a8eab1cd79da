package io.mien.ingest.source.archive;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a tar says of the next member beyond its block: {@code 30 path=…\n}, in UTF-8. */
record PaxRecords(Map<String, String> values) {

  static final PaxRecords NONE = new PaxRecords(Map.of());

  private static final String SPARSE = "GNU.sparse.";

  static PaxRecords read(byte[] content) throws IOException {
    Map<String, String> values = new HashMap<>();
    int at = 0;
    while (at < content.length && content[at] != 0) {
      int space = at;
      int length = 0;
      while (space < content.length && content[space] >= '0' && content[space] <= '9') {
        length = Math.min(length * 10 + content[space] - '0', content.length + 1);
        space++;
      }
      if (length <= space - at + 1 || at + length > content.length) {
        throw new IOException("it is damaged: an extended header makes no sense");
      }
      String record = TarHeader.text(Arrays.copyOfRange(content, space + 1, at + length - 1));
      int equals = record.indexOf('=');
      if (equals > 0) {
        values.put(record.substring(0, equals), record.substring(equals + 1));
      }
      at += length;
    }
    return new PaxRecords(values);
  }

  Optional<String> path() {
    return Optional.ofNullable(values.get("path"));
  }

  Optional<Long> size() {
    return Optional.ofNullable(values.get("size"))
        .filter(size -> size.matches("\\d{1,18}"))
        .map(Long::valueOf);
  }

  boolean isSparse() {
    return values.keySet().stream().anyMatch(key -> key.startsWith(SPARSE));
  }
}
