package io.mien.networks.device;

import ai.djl.engine.EngineException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Memory that the engine asked the machine for and did not get. libtorch has no code for it that
 * reaches Java: DJL hands on every failure as an {@link EngineException} with libtorch's words, so
 * the words of its allocators are recognised, here and nowhere else.
 *
 * @param bytes that were asked for; 0 where the allocator does not say
 */
public record FailedAllocation(long bytes) {

  /** c10/core/impl/alloc_cpu.cpp; the second wording is the one of Windows. */
  private static final Pattern CPU =
      Pattern.compile(
          "DefaultCPUAllocator: (?:can't allocate|not enough) memory: you tried to allocate (\\d+)"
              + " bytes");

  /** c10/cuda/CUDACachingAllocator.cpp. */
  private static final Pattern CUDA =
      Pattern.compile("CUDA out of memory\\. Tried to allocate ([0-9.]+) (bytes|KiB|MiB|GiB)");

  /** The driver's own words, of memory that the caching allocator does not hand out. */
  private static final String CUDA_DRIVER = "CUDA error: out of memory";

  /** C++'s operator new: tables of the engine and of oneDNN. */
  private static final String CPP = "std::bad_alloc";

  /** The allocation that a failure of the engine is about; empty for every other failure. */
  public static Optional<FailedAllocation> in(Throwable failure) {
    if (!(failure instanceof EngineException)) {
      return Optional.empty();
    }
    String said = String.valueOf(failure.getMessage());
    Matcher cpu = CPU.matcher(said);
    if (cpu.find()) {
      return Optional.of(new FailedAllocation(Long.parseLong(cpu.group(1))));
    }
    Matcher cuda = CUDA.matcher(said);
    if (cuda.find()) {
      double number = Double.parseDouble(cuda.group(1));
      return Optional.of(new FailedAllocation(Math.round(number * unit(cuda.group(2)))));
    }
    return said.contains(CUDA_DRIVER) || said.strip().equals(CPP)
        ? Optional.of(new FailedAllocation(0))
        : Optional.empty();
  }

  private static long unit(String name) {
    return switch (name) {
      case "KiB" -> 1L << 10;
      case "MiB" -> 1L << 20;
      case "GiB" -> 1L << 30;
      default -> 1;
    };
  }
}
