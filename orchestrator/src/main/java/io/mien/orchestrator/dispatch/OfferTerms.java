package io.mien.orchestrator.dispatch;

import java.time.Duration;

/**
 * The terms of an attempt.
 *
 * @param lease how long it may go without a heartbeat
 * @param heartbeatEvery how often its worker reports
 * @param offerTimeout how long an offer waits for a worker before it is made anew
 * @param onDemandSlots of ingest and of synth, kept for those who wait for an answer
 */
public record OfferTerms(
    Duration lease, Duration heartbeatEvery, Duration offerTimeout, int onDemandSlots) {

  public OfferTerms {
    if (heartbeatEvery.multipliedBy(2).compareTo(lease) > 0) {
      throw new IllegalArgumentException(
          "A heartbeat every " + heartbeatEvery + " is too seldom for a lease of " + lease + ".");
    }
  }
}
