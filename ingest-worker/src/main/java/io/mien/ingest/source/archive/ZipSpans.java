package io.mien.ingest.source.archive;

import java.util.Arrays;

/**
 * The bytes that each member of a zip has to itself: from its header to the next one. Members that
 * share bytes are how a small zip unpacks to a huge one (Fifield, "A better zip bomb", 2019).
 */
final class ZipSpans {

  private long[] offsets = new long[1024];
  private int count;

  void add(long offset) {
    if (count == offsets.length) {
      offsets = Arrays.copyOf(offsets, count * 2);
    }
    offsets[count++] = offset;
  }

  /**
   * Call once, behind the last {@link #add}.
   *
   * @param end of the last member
   */
  void close(long end) {
    add(end);
    offsets = Arrays.copyOf(offsets, count);
    Arrays.sort(offsets);
  }

  /** How long a member may be; 0 when another one begins where it does. */
  long of(long offset) {
    int at = Arrays.binarySearch(offsets, offset);
    boolean shared =
        at > 0 && offsets[at - 1] == offset
            || at + 1 < offsets.length && offsets[at + 1] == offset
            || at + 1 >= offsets.length;
    return shared ? 0 : offsets[at + 1] - offset;
  }
}
