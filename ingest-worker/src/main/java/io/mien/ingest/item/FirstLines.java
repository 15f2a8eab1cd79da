package io.mien.ingest.item;

import io.mien.store.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * On which line each text was first, for millions of texts: 20 bytes a place, of which at most
 * three quarters are taken, so 27 to 54 bytes a text and 80 while it grows. Texts are told apart by
 * 128 bits of their SHA-256, which nobody can make collide. Not thread-safe.
 */
final class FirstLines {

  private static final int FIRST_PLACES = 1 << 10;

  private final MessageDigest sha256 = Sha256.digest();
  private long[] high = new long[FIRST_PLACES];
  private long[] low = new long[FIRST_PLACES];

  /** 0 where the place is free. */
  private int[] lines = new int[FIRST_PLACES];

  private int taken;

  /**
   * The line on which the text was first: this one, unless it was there before.
   *
   * @param line from 1
   */
  int of(String text, int line) {
    ByteBuffer digest = ByteBuffer.wrap(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    long first = digest.getLong();
    long second = digest.getLong();
    int place = place(first, second);
    if (lines[place] == 0) {
      set(place, first, second, line);
      taken++;
      if (taken > lines.length / 4 * 3) {
        grow();
      }
      return line;
    }
    return lines[place];
  }

  /** Where it is, or would be. */
  private int place(long first, long second) {
    int mask = lines.length - 1;
    int place = (int) first & mask;
    while (lines[place] != 0 && (high[place] != first || low[place] != second)) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void set(int place, long first, long second, int line) {
    high[place] = first;
    low[place] = second;
    lines[place] = line;
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    int[] oldLines = lines;
    high = new long[2 * oldHigh.length];
    low = new long[2 * oldLow.length];
    lines = new int[2 * oldLines.length];
    for (int i = 0; i < oldLines.length; i++) {
      if (oldLines[i] != 0) {
        set(place(oldHigh[i], oldLow[i]), oldHigh[i], oldLow[i], oldLines[i]);
      }
    }
  }
}
