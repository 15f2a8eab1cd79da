package io.mien.synth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Memory of this process outside the Java heap, in bytes; 0 where there is no Linux. HotSpot keeps
 * a heap of less than 32 GiB in the first 64 GiB of the address space, where nothing native lies.
 */
final class NativeMemory {

  private static final Path MAPPINGS = Path.of("/proc/self/smaps");
  private static final Pattern FIRST_LINE = Pattern.compile("^([0-9a-f]+)-[0-9a-f]+ ");
  private static final Pattern RESIDENT = Pattern.compile("^Rss:\\s+(\\d+) kB");
  private static final long ABOVE_THE_HEAP = 1L << 36;

  private NativeMemory() {}

  static long resident() throws IOException {
    long bytes = 0;
    boolean counts = false;
    if (Files.exists(MAPPINGS)) {
      for (String line : Files.readAllLines(MAPPINGS)) {
        Matcher first = FIRST_LINE.matcher(line);
        Matcher resident = RESIDENT.matcher(line);
        if (first.lookingAt()) {
          counts = Long.parseUnsignedLong(first.group(1), 16) >= ABOVE_THE_HEAP;
        } else if (counts && resident.lookingAt()) {
          bytes += Long.parseLong(resident.group(1)) << 10;
        }
      }
    }
    return bytes;
  }
}
