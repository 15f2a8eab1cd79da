package io.mien.worker.attempt;

import io.mien.worker.loop.Step;
import java.util.function.LongSupplier;

/** Sends what running attempts have to say: heartbeats, measures, samples. */
public final class Heartbeats implements Step {

  private final Attempts attempts;
  private final LongSupplier nanos;

  public Heartbeats(Attempts attempts, LongSupplier nanos) {
    this.attempts = attempts;
    this.nanos = nanos;
  }

  @Override
  public void step() {
    for (Attempt attempt : attempts.running()) {
      attempt.outbox().step(nanos.getAsLong());
      attempt.pulse().step(nanos.getAsLong());
    }
  }
}
