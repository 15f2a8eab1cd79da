package io.mien.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mien.contracts.event.Progress;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ProgressMeterTest {

  private final AtomicLong millis = new AtomicLong();
  private final AtomicReference<Progress> told = new AtomicReference<>(Progress.NONE);
  private final ProgressMeter meter =
      new ProgressMeter(told::set, "train", "iterations", 1_000, () -> millis.get() * 1_000_000);

  @Test
  void rateIsThatOfTheLastTenSeconds() {
    work(20, 1_000);
    assertThat(told.get().perSecond()).isCloseTo(1, within(0.01));

    work(200, 100);

    assertThat(told.get().perSecond()).isCloseTo(10, within(0.3));
    assertThat(told.get().done()).isEqualTo(220);
  }

  @Test
  void keptWorkCountsAsDoneButNotForTheRate() {
    meter.startAt(500);
    work(10, 500);

    assertThat(told.get()).isEqualTo(new Progress("train", "iterations", 510, 1_000, 2));
  }

  @Test
  void rateIsUnknownAtFirst() {
    meter.advance(3);

    assertThat(told.get()).isEqualTo(new Progress("train", "iterations", 3, 1_000, 0));
  }

  private void work(int units, long millisEach) {
    for (int i = 0; i < units; i++) {
      millis.addAndGet(millisEach);
      meter.advance(1);
    }
  }
}
