package io.mien.synth.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What an engine tells of itself, as {@code mien_synth_…}. The device's thread alone uses it. */
final class EngineMeters {

  private final MeterRegistry registry;
  private final LongSupplier nanos;
  private final AtomicInteger checkpoints;
  private final AtomicLong bytes;

  /**
   * @param nanos the clock by which requests were made
   */
  EngineMeters(MeterRegistry registry, LongSupplier nanos) {
    this.registry = registry;
    this.nanos = nanos;
    this.checkpoints = registry.gauge("mien.synth.checkpoints.loaded", new AtomicInteger());
    this.bytes = registry.gauge("mien.synth.checkpoints.bytes", new AtomicLong());
  }

  /** From a request to its first batch, {@code mien_synth_wait_seconds}, by urgency. */
  void begun(Batch batch) {
    long now = nanos.getAsLong();
    for (Place place : batch.places()) {
      if (place.index() == 0) {
        registry
            .timer("mien.synth.wait", "urgency", name(batch.urgency()))
            .record(now - place.request().askedAt(), TimeUnit.NANOSECONDS);
      }
    }
  }

  /**
   * What a network draws, or judges, at once: {@code mien_synth_batch_seconds} and {@code
   * mien_synth_batch_images}, by urgency.
   */
  List<Answer> drawn(Urgency urgency, int size, Supplier<List<Answer>> drawing) {
    registry.summary("mien.synth.batch.images", "urgency", name(urgency)).record(size);
    Timer timer = registry.timer("mien.synth.batch", "urgency", name(urgency));
    long start = nanos.getAsLong();
    try {
      return drawing.get();
    } finally {
      timer.record(nanos.getAsLong() - start, TimeUnit.NANOSECONDS);
    }
  }

  /** {@code mien_synth_batch_failures_total}: batches that were divided, or failed, by cause. */
  void failed(Throwable reason) {
    String cause = Failures.isLackOfMemory(reason) ? "memory" : "other";
    registry.counter("mien.synth.batch.failures", "cause", cause).increment();
  }

  /** {@code mien_synth_checkpoint_loads_total}; many a minute: the budget is too small. */
  void loaded() {
    registry.counter("mien.synth.checkpoint.loads").increment();
  }

  /** {@code mien_synth_checkpoints_loaded} and {@code mien_synth_checkpoints_bytes}. */
  void holds(int networks, long theirBytes) {
    checkpoints.set(networks);
    bytes.set(theirBytes);
  }

  private static String name(Urgency urgency) {
    return urgency.name().toLowerCase(Locale.ROOT);
  }
}
