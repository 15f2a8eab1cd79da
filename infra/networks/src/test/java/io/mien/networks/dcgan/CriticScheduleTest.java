package io.mien.networks.dcgan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CriticScheduleTest {
  @Test
  void wganTrainsItsCriticLongAtFirstAndNowAndThen() {
    CriticSchedule schedule = CriticSchedule.wgan();
    assertThat(schedule.before(0)).isEqualTo(100);
    assertThat(schedule.before(24)).isEqualTo(100);
    assertThat(schedule.before(25)).isEqualTo(5);
    assertThat(schedule.before(499)).isEqualTo(5);
    assertThat(schedule.before(500)).isEqualTo(100);
    assertThat(schedule.before(1000)).isEqualTo(100);
    assertThat(CriticSchedule.constant(2).before(500)).isEqualTo(2);
  }
}
