package io.mien.orchestrator.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.failure.InvalidInput;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock of Berlin goes forward on 29 March 2026 at two, and back on 25 October at three. */
class CronTimesTest {

  private static final String BERLIN = "Europe/Berlin";
  private static final Instant BEFORE_SPRING = Instant.parse("2026-03-28T12:00:00Z");
  private static final Instant BEFORE_AUTUMN = Instant.parse("2026-10-24T12:00:00Z");

  @Test
  void timesAreThoseOfTheZone() {
    CronTimes weekdays = CronTimes.of("30 9 * * 1-5", "America/New_York");

    assertThat(next(weekdays, Instant.parse("2026-01-02T20:00:00Z"), 2))
        .containsExactly("2026-01-05T14:30:00Z", "2026-01-06T14:30:00Z");
  }

  @Test
  void nextTimeIsBehindTheMomentAndTheLatestMayBeAtIt() {
    CronTimes daily = CronTimes.of("0 2 * * *", "UTC");
    Instant two = Instant.parse("2026-06-01T02:00:00Z");

    assertThat(daily.next(two)).contains(two.plusSeconds(86_400));
    assertThat(daily.next(two.minusMillis(1))).contains(two);
    assertThat(daily.latest(two)).contains(two);
    assertThat(daily.latest(two.plusMillis(1))).contains(two);
    assertThat(daily.latest(two.minusMillis(1))).contains(two.minusSeconds(86_400));
  }

  @Test
  void timeThatTheSpringLeavesOutIsDueWhenTheClockIsPutForward() {
    CronTimes daily = CronTimes.of("30 2 * * *", BERLIN);

    assertThat(next(daily, BEFORE_SPRING, 3))
        .containsExactly("2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z", "2026-03-31T00:30:00Z");
    assertThat(daily.latest(Instant.parse("2026-03-29T01:10:00Z")))
        .contains(Instant.parse("2026-03-29T01:00:00Z"));
    assertThat(daily.latest(Instant.parse("2026-03-29T00:59:59Z")))
        .contains(Instant.parse("2026-03-28T01:30:00Z"));
  }

  @Test
  void timeThatComesTwiceInAutumnIsDueOnce() {
    CronTimes daily = CronTimes.of("30 2 * * *", BERLIN);

    assertThat(next(daily, BEFORE_AUTUMN, 3))
        .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z", "2026-10-27T01:30:00Z");
    assertThat(daily.latest(Instant.parse("2026-10-25T01:15:00Z")))
        .as("before half past two comes again")
        .contains(Instant.parse("2026-10-25T00:30:00Z"));
    assertThat(daily.next(Instant.parse("2026-10-25T01:15:00Z")))
        .contains(Instant.parse("2026-10-26T01:30:00Z"));
  }

  @Test
  void everyTenMinutesDoesNotPauseInAutumnNorBunchInSpring() {
    CronTimes often = CronTimes.of("*/20 * * * *", BERLIN);

    assertThat(next(often, Instant.parse("2026-10-25T00:30:00Z"), 5))
        .containsExactly(
            "2026-10-25T00:40:00Z",
            "2026-10-25T01:00:00Z",
            "2026-10-25T01:20:00Z",
            "2026-10-25T01:40:00Z",
            "2026-10-25T02:00:00Z");
    assertThat(next(often, Instant.parse("2026-03-29T00:30:00Z"), 3))
        .containsExactly("2026-03-29T00:40:00Z", "2026-03-29T01:00:00Z", "2026-03-29T01:20:00Z");
    assertThat(often.latest(Instant.parse("2026-10-25T01:10:00Z")))
        .contains(Instant.parse("2026-10-25T01:00:00Z"));
    assertThat(CronTimes.of("50 * * * *", BERLIN).latest(Instant.parse("2026-10-25T01:10:00Z")))
        .contains(Instant.parse("2026-10-25T00:50:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "0 0 29 2 *, 2028-02-29T00:00:00Z",
    "0 12 1 1 *, 2027-01-01T12:00:00Z",
    "0 0 * * 0, 2026-11-29T00:00:00Z",
    "0 0 * * 7, 2026-11-29T00:00:00Z"
  })
  void rareTimesAreFound(String cron, Instant expected) {
    assertThat(CronTimes.of(cron, "UTC").next(Instant.parse("2026-11-26T10:00:00Z")))
        .contains(expected);
  }

  @Test
  void timeThatNeverComesIsNone() {
    assertThat(CronTimes.of("0 0 30 2 *", BERLIN).next(BEFORE_SPRING)).isEmpty();
    assertThat(CronTimes.of("0 * 30 2 *", BERLIN).next(BEFORE_SPRING)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hourly", "0 2 * *", "0 2 * * * *", "60 2 * * *", "0 25 * * *"})
  void otherExpressionsAreRefused(String cron) {
    assertThatThrownBy(() -> CronTimes.of(cron, "UTC"))
        .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.code()).isEqualTo("bad-cron"))
        .hasMessageContaining("'" + cron + "'");
  }

  @Test
  void unknownZoneIsRefused() {
    assertThatThrownBy(() -> CronTimes.of("0 2 * * *", "Europe/Atlantis"))
        .isInstanceOfSatisfying(
            InvalidInput.class, e -> assertThat(e.code()).isEqualTo("bad-timezone"));
  }

  /** What next and latest say must fit together at every moment, whatever clocks do. */
  @ParameterizedTest
  @ValueSource(
      strings = {"*/7 * * * *", "0 */3 * * *", "15,45 1-3 * * *", "30 2 * * *", "5 0 1 * *"})
  void nothingIsDueBetweenTheLatestTimeAndTheNext(String cron) {
    Random random = new Random(17);
    for (String zone : List.of(BERLIN, "America/New_York", "Australia/Lord_Howe", "UTC")) {
      CronTimes times = CronTimes.of(cron, zone);
      for (int i = 0; i < 200; i++) {
        Instant at = nearChange(zone, random);
        Instant latest = times.latest(at).orElseThrow();
        Instant next = times.next(at).orElseThrow();

        assertThat(latest).as("%s in %s at %s", cron, zone, at).isBeforeOrEqualTo(at);
        assertThat(next).as("%s in %s at %s", cron, zone, at).isAfter(at);
        assertThat(times.next(latest)).as("%s in %s after %s", cron, zone, latest).contains(next);
        assertThat(times.latest(next)).contains(next);
      }
    }
  }

  private static Instant nearChange(String zone, Random random) {
    Instant start = BEFORE_SPRING.minusSeconds(86_400L * random.nextInt(300));
    var change = ZoneId.of(zone).getRules().nextTransition(start);
    Instant around = change == null ? start : change.getInstant();
    return around.plusSeconds(random.nextInt(4 * 3600) - 2 * 3600);
  }

  private static List<String> next(CronTimes times, Instant after, int count) {
    List<String> found = new ArrayList<>();
    Instant at = after;
    for (int i = 0; i < count; i++) {
      at = times.next(at).orElseThrow();
      found.add(at.toString());
    }
    return found;
  }
}
