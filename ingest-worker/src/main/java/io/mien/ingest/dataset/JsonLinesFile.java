package io.mien.ingest.dataset;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A file of one JSON value on each line. */
record JsonLinesFile(Path file, ObjectMapper mapper) {

  static final String CONTENT_TYPE = "application/x-ndjson";

  void write(Iterable<?> values) throws IOException {
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      for (Object value : values) {
        lines.write(mapper.writeValueAsString(value));
        lines.write('\n');
      }
    }
  }

  <T> void forEach(Class<T> type, Consumer<T> consumer) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        consumer.accept(mapper.readValue(line, type));
      }
    }
  }
}
