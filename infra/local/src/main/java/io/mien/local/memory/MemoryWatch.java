package io.mien.local.memory;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Watches the memory of processes once a second: each one's peak, and the highest sum of all at one
 * moment. The peak of a single process is the kernel's own high-water mark, so that none is missed
 * between two looks; sums count shared pages more than once.
 */
public final class MemoryWatch implements AutoCloseable {

  private final Supplier<Map<String, List<Long>>> pids;
  private final Map<String, Long> peaks = new TreeMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "memory-watch");
            thread.setDaemon(true);
            return thread;
          });
  private long peakTotal;

  /**
   * @param pids process ids by name, as they are at the moment
   */
  public MemoryWatch(Supplier<Map<String, List<Long>>> pids) {
    this.pids = pids;
    timer.scheduleAtFixedRate(this::look, 0, 1, TimeUnit.SECONDS);
  }

  /** Peak resident bytes by name. */
  public synchronized Map<String, Long> peaks() {
    return new TreeMap<>(peaks);
  }

  /** Highest sum of resident bytes at one moment. */
  public synchronized long peakTotal() {
    return peakTotal;
  }

  /** Looks now, beside the look of every second. */
  public synchronized void look() {
    long total = 0;
    for (Map.Entry<String, List<Long>> named : pids.get().entrySet()) {
      List<Long> ids = named.getValue();
      long resident = ids.stream().mapToLong(pid -> ProcessMemory.resident(pid).orElse(0)).sum();
      long peak = ids.size() == 1 ? ProcessMemory.peak(ids.get(0)).orElse(resident) : resident;
      peaks.merge(named.getKey(), peak, Math::max);
      total += resident;
    }
    peakTotal = Math.max(peakTotal, total);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
