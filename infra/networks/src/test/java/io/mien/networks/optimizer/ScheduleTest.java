package io.mien.networks.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void linearIsFlatThenFallsToZero() {
    // Given
    Schedule schedule = new Schedule(ScheduleKind.LINEAR, 0.5, 0);
    // Then
    assertThat(schedule.factor(0, 100)).isEqualTo(1);
    assertThat(schedule.factor(50, 100)).isEqualTo(1);
    assertThat(schedule.factor(75, 100)).isEqualTo(0.5);
    assertThat(schedule.factor(99, 100)).isCloseTo(0.02, within(1e-9));
  }

  @Test
  void cosineRisesDuringTheWarmupAndEndsNearZero() {
    // Given
    Schedule schedule = new Schedule(ScheduleKind.COSINE, 0, 0.1);
    // Then
    assertThat(schedule.factor(0, 100)).isCloseTo(0.1, within(1e-9));
    assertThat(schedule.factor(50, 100)).isCloseTo(0.5, within(1e-9));
    assertThat(schedule.factor(99, 100)).isLessThan(0.001);
    assertThat(Schedule.constant().factor(99, 100)).isEqualTo(1);
  }
}
