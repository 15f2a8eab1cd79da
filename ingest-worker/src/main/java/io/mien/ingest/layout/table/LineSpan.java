package io.mien.ingest.layout.table;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/**
 * Where a line lies in a file, so that it need not be kept.
 *
 * @param number of the line, counted from 1
 * @param start in bytes
 * @param length in bytes, without the line's end
 */
public record LineSpan(Path file, long number, long start, int length) {

  private static final int BUFFER = 1 << 16;

  /** Hands over each line of a file in UTF-8 or less, with its text, and forgets it. */
  static void forEach(Path file, BiConsumer<LineSpan, String> consumer) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      long start = 0;
      long number = 1;
      for (int next = in.read(); next >= 0 || line.size() > 0; next = in.read()) {
        if (next >= 0 && next != '\n') {
          line.write(next);
        } else {
          consumer.accept(new LineSpan(file, number, start, line.size()), text(line.toByteArray()));
          start += line.size() + 1;
          number++;
          line.reset();
        }
      }
    }
  }

  /** The line anew. */
  String read() throws IOException {
    byte[] line = new byte[length];
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(start);
      in.readFully(line);
    }
    return text(line);
  }

  private static String text(byte[] line) {
    return new String(line, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
  }
}
