package io.mien.worker.attempt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Memory of this process.
 *
 * @param residentBytes now
 * @param peakResidentBytes the most it has been
 */
public record ProcessMemory(long residentBytes, long peakResidentBytes) {

  private static final Path STATUS = Path.of("/proc/self/status");

  /** From Linux; elsewhere the Java heap has to stand for the process. */
  public static ProcessMemory now() {
    try {
      return parse(Files.readString(STATUS)).orElseGet(ProcessMemory::heap);
    } catch (IOException e) {
      return heap();
    }
  }

  static Optional<ProcessMemory> parse(String status) {
    Optional<Long> resident = bytes(status, "VmRSS:");
    Optional<Long> peak = bytes(status, "VmHWM:");
    return resident.flatMap(now -> peak.map(most -> new ProcessMemory(now, most)));
  }

  private static Optional<Long> bytes(String status, String field) {
    return status
        .lines()
        .filter(line -> line.startsWith(field))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst();
  }

  private static ProcessMemory heap() {
    Runtime runtime = Runtime.getRuntime();
    return new ProcessMemory(runtime.totalMemory() - runtime.freeMemory(), runtime.totalMemory());
  }
}
