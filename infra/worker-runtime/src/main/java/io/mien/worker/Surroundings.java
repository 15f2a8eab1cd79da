package io.mien.worker;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What a worker takes from the world around it.
 *
 * @param clock time of day, for messages
 * @param nanos time that never jumps, for everything that is decided
 * @param random for ids
 */
public record Surroundings(Clock clock, LongSupplier nanos, RandomGenerator random) {

  /** The machine's own clocks and randomness. */
  public static Surroundings ofTheMachine() {
    return new Surroundings(Clock.systemUTC(), System::nanoTime, new SecureRandom());
  }

  public Instant now() {
    return clock.instant();
  }
}
