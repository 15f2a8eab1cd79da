package io.mien.networks.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Linux says about this process's memory and the machine's, in bytes; empty elsewhere. */
final class ProcessMemory {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path MACHINE = Path.of("/proc/meminfo");
  private static final Path LIMITS = Path.of("/proc/self/limits");
  private static final long KIB = 1024;

  private ProcessMemory() {}

  /** Memory of this process that lies in RAM: heap, native memory and libraries. */
  static OptionalLong resident() {
    return number(STATUS, "VmRSS:\\s+(\\d+) kB", KIB);
  }

  /** What the machine could give without swapping. */
  static OptionalLong available() {
    return number(MACHINE, "MemAvailable:\\s+(\\d+) kB", KIB);
  }

  /** What is left of the address space that {@code ulimit -v} allows; empty without a limit. */
  static OptionalLong addressable() {
    OptionalLong limit = number(LIMITS, "Max address space\\s+(\\d+)\\s", 1);
    OptionalLong taken = number(STATUS, "VmSize:\\s+(\\d+) kB", KIB);
    return limit.isPresent() && taken.isPresent()
        ? OptionalLong.of(Math.max(0, limit.getAsLong() - taken.getAsLong()))
        : OptionalLong.empty();
  }

  private static OptionalLong number(Path file, String pattern, long unit) {
    try {
      Matcher line = Pattern.compile(pattern).matcher(Files.readString(file));
      return line.find()
          ? OptionalLong.of(Long.parseLong(line.group(1)) * unit)
          : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty(); // no Linux
    }
  }
}
