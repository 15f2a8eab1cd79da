package io.mien.contracts.id;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes UUIDs of version 7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then 74 random
 * bits.
 */
public final class Uuid7 {

  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;

  private final Clock clock;
  private final RandomGenerator random;

  public Uuid7(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  public UUID next() {
    long timeAndRandom = clock.millis() << 16 | VERSION_7 | random.nextLong() & 0x0FFFL;
    long variantAndRandom = VARIANT_RFC | random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL;
    return new UUID(timeAndRandom, variantAndRandom);
  }
}
