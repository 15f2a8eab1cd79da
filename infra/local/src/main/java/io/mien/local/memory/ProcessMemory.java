package io.mien.local.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Reads a process's memory from {@code /proc}. */
public final class ProcessMemory {

  private ProcessMemory() {}

  /** Resident bytes now; empty for a process that has gone. */
  public static OptionalLong resident(long pid) {
    return field(pid, "VmRSS:");
  }

  /** The most resident bytes the process has had; empty for a process that has gone. */
  public static OptionalLong peak(long pid) {
    return field(pid, "VmHWM:");
  }

  private static OptionalLong field(long pid, String name) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst();
    } catch (IOException gone) {
      return OptionalLong.empty();
    }
  }
}
