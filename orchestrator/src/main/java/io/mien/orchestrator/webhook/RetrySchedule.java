package io.mien.orchestrator.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt; the attempts spread over a day. Thread-safe if its
 * randomness is.
 */
public final class RetrySchedule {

  private static final List<Duration> DELAYS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4),
          Duration.ofHours(8));

  /** So far an endpoint may put us off at a time. */
  private static final Duration LONGEST_WISH = Duration.ofHours(4);

  private static final double LEAST_SHARE = 0.8;
  private static final double MOST_SHARE = 1.2;

  private final RandomGenerator random;

  public RetrySchedule(RandomGenerator random) {
    this.random = random;
  }

  /**
   * Within a fifth of what the schedule says, at random, so that attempts do not come together
   * again; later when the endpoint wishes so.
   *
   * @param attempts that have been made, at least one
   * @param wish what the endpoint said in {@code Retry-After}
   */
  public Duration after(int attempts, Optional<Duration> wish) {
    Duration planned = DELAYS.get(Math.min(attempts, DELAYS.size()) - 1);
    double share = random.nextDouble(LEAST_SHARE, MOST_SHARE);
    Duration delay = Duration.ofMillis((long) (planned.toMillis() * share));
    Duration wished = wish.orElse(Duration.ZERO);
    Duration granted = wished.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wished;
    return granted.compareTo(delay) > 0 ? granted : delay;
  }
}
