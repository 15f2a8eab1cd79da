package io.mien.orchestrator.webhook;

import java.time.Duration;

/**
 * How much is sent at once.
 *
 * @param atOnce attempts that one replica has under way
 * @param perEndpoint attempts that all replicas together have under way to one endpoint
 * @param lease how long an attempt may take before another is made; far beyond its timeout
 */
public record SendingLimits(int atOnce, int perEndpoint, Duration lease) {

  public SendingLimits {
    if (atOnce < 1 || perEndpoint < 1) {
      throw new IllegalArgumentException(
          "At least one webhook is sent at once; found %d, and %d to an endpoint."
              .formatted(atOnce, perEndpoint));
    }
  }
}
