package io.mien.orchestrator.retention;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/**
 * Counts what deletions gave back: {@code mien_retention_freed_objects_total} and {@code
 * mien_retention_freed_bytes_total}, by cause. Thread-safe.
 */
public final class FreedTally {

  private final MeterRegistry meters;

  public FreedTally(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Why something was deleted. */
  public enum Cause {
    /** Its attempt had ended without a result, or nobody knew its task or run. */
    UNNEEDED,
    /** The time of its run was over. */
    RUN_EXPIRED,
    /** It was sent in, and no dataset had come of it in time. */
    UPLOAD_EXPIRED,
    /** It told where an item of a bulk synthesis is found again, for long enough. */
    MADE_ITEM_EXPIRED
  }

  public void add(Cause cause, Freed freed) {
    String label = cause.name().toLowerCase(Locale.ROOT);
    meters.counter("mien.retention.freed.objects", "cause", label).increment(freed.objects());
    meters.counter("mien.retention.freed.bytes", "cause", label).increment(freed.bytes());
  }
}
