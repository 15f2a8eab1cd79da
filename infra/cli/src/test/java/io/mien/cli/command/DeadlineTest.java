package io.mien.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  private static final Instant NOW = Instant.parse("2026-11-26T16:00:00Z");

  private final Deadline deadline = new Deadline(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void readsPointsInTime() {
    Instant eight = Instant.parse("2026-11-27T08:00:00Z");

    assertThat(deadline.convert("2026-11-27T08:00:00Z")).isEqualTo(eight);
    assertThat(deadline.convert("2026-11-27T09:00+01:00")).isEqualTo(eight);
  }

  @Test
  void readsHowLongFromNow() {
    assertThat(deadline.convert("2h")).isEqualTo(NOW.plus(Duration.ofHours(2)));
    assertThat(deadline.convert("1d12h")).isEqualTo(NOW.plus(Duration.ofHours(36)));
    assertThat(deadline.convert("90M")).isEqualTo(NOW.plus(Duration.ofMinutes(90)));
    assertThat(deadline.convert("3d")).isEqualTo(NOW.plus(Duration.ofDays(3)));
    assertThat(deadline.convert("PT2H")).isEqualTo(NOW.plus(Duration.ofHours(2)));
  }

  @Test
  void everythingElseIsRefusedWithAnExample() {
    assertThat(List.of("", "soon", "2", "2 h", "12:00", "2x"))
        .allSatisfy(
            text ->
                assertThatThrownBy(() -> deadline.convert(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("2h"));
  }
}
