package io.mien.store.minio;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often a request is tried while the store is away, and how long to wait in between.
 *
 * @param attempts tries in all
 * @param firstPause longest pause after the first failure; doubles with each further one
 * @param longestPause the pause never gets longer
 */
public record RetryPolicy(int attempts, Duration firstPause, Duration longestPause) {

  /** About three seconds in all: longer outages are for whoever called. */
  public static final RetryPolicy SHORT =
      new RetryPolicy(5, Duration.ofMillis(200), Duration.ofSeconds(2));

  public RetryPolicy {
    if (attempts < 1 || firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
      throw new IllegalArgumentException(
          "Cannot retry "
              + attempts
              + " times with pauses from "
              + firstPause
              + " to "
              + longestPause
              + ".");
    }
  }

  /** The pause after this many failures: half fixed, half random, so that clients do not march. */
  Duration pause(int failures, RandomGenerator random) {
    long limit =
        Math.min(longestPause.toMillis(), firstPause.toMillis() << Math.min(failures - 1, 20));
    return Duration.ofMillis(limit / 2 + random.nextLong(limit / 2 + 1));
  }
}
