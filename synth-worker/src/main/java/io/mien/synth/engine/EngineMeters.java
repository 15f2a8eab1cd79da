package io.mien.synth.engine;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

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

  /**
   * Does the work of a batch: {@code mien_synth_batch_seconds}, {@code mien_synth_batch_images},
   * and, from a request to its first batch, {@code mien_synth_wait_seconds}; by urgency.
   */
  void timed(Batch batch, Runnable work) {
    String urgency = batch.urgency().name().toLowerCase(Locale.ROOT);
    long begun = nanos.getAsLong();
    for (Place place : batch.places()) {
      if (place.index() == 0) {
        registry
            .timer("mien.synth.wait", "urgency", urgency)
            .record(begun - place.request().askedAt(), TimeUnit.NANOSECONDS);
      }
    }
    registry.summary("mien.synth.batch.images", "urgency", urgency).record(batch.places().size());
    registry.timer("mien.synth.batch", "urgency", urgency).record(work);
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
}
