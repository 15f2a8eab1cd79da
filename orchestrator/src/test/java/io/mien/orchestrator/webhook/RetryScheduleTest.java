package io.mien.orchestrator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

  @Test
  void attemptsSpreadOverADayAndComeTogetherNowhere() {
    Set<Duration> firsts = new HashSet<>();
    for (int seed = 0; seed < 50; seed++) {
      RetrySchedule schedule = new RetrySchedule(new SplittableRandom(seed));
      Duration elapsed = Duration.ZERO;
      int attempts = 1;
      Duration next = schedule.after(attempts, Optional.empty());
      firsts.add(next);
      Duration before = Duration.ZERO;
      while (elapsed.plus(next).compareTo(DAY) <= 0) {
        assertThat(next).as("seed %d, attempt %d", seed, attempts).isGreaterThan(Duration.ZERO);
        elapsed = elapsed.plus(next);
        before = next;
        attempts++;
        next = schedule.after(attempts, Optional.empty());
      }
      assertThat(attempts).as("seed %d", seed).isBetween(10, 12);
      assertThat(elapsed).as("seed %d", seed).isGreaterThan(Duration.ofHours(13));
      assertThat(before).as("seed %d", seed).isGreaterThan(Duration.ofHours(6));
    }
    assertThat(firsts)
        .hasSizeGreaterThan(40)
        .allSatisfy(
            first -> assertThat(first).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6)));
  }

  @Test
  void wishOfTheEndpointIsGrantedWithinLimits() {
    RetrySchedule schedule = new RetrySchedule(new Random(1));

    assertThat(schedule.after(1, Optional.of(Duration.ofMinutes(7))))
        .isEqualTo(Duration.ofMinutes(7));
    assertThat(schedule.after(1, Optional.of(Duration.ofDays(30)))).isEqualTo(Duration.ofHours(4));
    assertThat(schedule.after(5, Optional.of(Duration.ofSeconds(1))))
        .isGreaterThan(Duration.ofMinutes(20));
  }

  @Test
  void headerIsSecondsOrADate() {
    assertThat(RetryAfter.parse(" 120 ", NOW)).contains(Duration.ofMinutes(2));
    assertThat(RetryAfter.parse("Thu, 26 Nov 2026 10:05:00 GMT", NOW))
        .contains(Duration.ofMinutes(5));
    assertThat(RetryAfter.parse("Thu, 26 Nov 2026 09:05:00 GMT", NOW)).contains(Duration.ZERO);
    assertThat(RetryAfter.parse("soon", NOW)).isEmpty();
    assertThat(RetryAfter.parse("-5", NOW)).isEmpty();
    assertThat(RetryAfter.parse("99999999999999999999", NOW)).isEmpty();
    assertThat(RetryAfter.parse("", NOW)).isEmpty();
  }
}
