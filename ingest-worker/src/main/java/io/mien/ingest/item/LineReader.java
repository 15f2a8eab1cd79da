package io.mien.ingest.item;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads lines one after the other in a memory that no line can exceed. A byte order mark at the
 * beginning is left out. Not thread-safe.
 */
final class LineReader implements Closeable {

  /** Bytes of a line; what an item has to say takes a few hundred. */
  static final int LONGEST = 1 << 16;

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int at;
  private int filled;
  private int number;

  /**
   * @param in closed with the reader; needs no buffer of its own
   */
  LineReader(InputStream in) {
    this.in = in;
  }

  /** Empty at the end of the file. */
  Optional<ItemLine> next() throws IOException {
    line.reset();
    long length = 0;
    int next = read();
    if (next < 0) {
      return Optional.empty();
    }
    for (; next >= 0 && next != '\n'; next = read()) {
      if (length < LONGEST) {
        line.write(next);
      }
      length++;
    }
    number++;
    return Optional.of(withoutMark(new ItemLine(number, line.toByteArray(), length)));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private int read() throws IOException {
    if (at == filled) {
      at = 0;
      filled = Math.max(0, in.read(buffer));
      if (filled == 0) {
        return -1;
      }
    }
    return buffer[at++] & 0xFF;
  }

  private static ItemLine withoutMark(ItemLine line) {
    byte[] bytes = line.bytes();
    int most = MARK.length;
    if (line.number() > 1 || bytes.length < most || !Arrays.equals(bytes, 0, most, MARK, 0, most)) {
      return line;
    }
    return new ItemLine(
        line.number(), Arrays.copyOfRange(bytes, most, bytes.length), line.length() - most);
  }
}
