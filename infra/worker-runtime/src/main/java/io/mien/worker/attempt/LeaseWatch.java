package io.mien.worker.attempt;

import io.mien.worker.loop.Step;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops attempts whose heartbeats do not get out, before the orchestrator gives their task away. On
 * a thread of its own: whatever keeps heartbeats from getting out must not keep this waiting.
 */
public final class LeaseWatch implements Step {

  private static final Logger LOG = LoggerFactory.getLogger(LeaseWatch.class);

  private final Attempts attempts;
  private final LongSupplier nanos;

  public LeaseWatch(Attempts attempts, LongSupplier nanos) {
    this.attempts = attempts;
    this.nanos = nanos;
  }

  @Override
  public void step() {
    for (Attempt attempt : attempts.running()) {
      if (attempt.stopReason() == null && attempt.lease().isInDoubt(nanos.getAsLong())) {
        LOG.warn("Stopping {}: {}", attempt, StopReason.LEASE_IN_DOUBT.text());
        attempt.stop(StopReason.LEASE_IN_DOUBT);
      }
    }
  }
}
