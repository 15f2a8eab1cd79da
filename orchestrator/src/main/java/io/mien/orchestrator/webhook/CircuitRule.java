package io.mien.orchestrator.webhook;

import java.time.Duration;

/**
 * When an endpoint is left alone.
 *
 * @param failures so many in a row open the circuit
 * @param firstProbe how long after that a single attempt is made; doubles with each that fails
 * @param longestProbe the most that it doubles to
 */
public record CircuitRule(int failures, Duration firstProbe, Duration longestProbe) {

  public CircuitRule {
    if (failures < 1 || firstProbe.isNegative() || longestProbe.compareTo(firstProbe) < 0) {
      throw new IllegalArgumentException(
          "A circuit opens after at least one failure, for at most as long as the longest wait; found %d, %s, %s."
              .formatted(failures, firstProbe, longestProbe));
    }
  }
}
