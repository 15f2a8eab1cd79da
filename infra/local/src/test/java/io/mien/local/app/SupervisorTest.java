package io.mien.local.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SupervisorTest {

  @Test
  void pausesDoubleFromOneSecondToThirty() {
    assertThat(Supervisor.pause(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(Supervisor.pause(2)).isEqualTo(Duration.ofSeconds(2));
    assertThat(Supervisor.pause(5)).isEqualTo(Duration.ofSeconds(16));
    assertThat(Supervisor.pause(6)).isEqualTo(Duration.ofSeconds(30));
    assertThat(Supervisor.pause(1_000_000)).isEqualTo(Duration.ofSeconds(30));
  }
}
