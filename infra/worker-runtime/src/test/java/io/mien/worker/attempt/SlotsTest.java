package io.mien.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.mien.contracts.control.DrainWorker;
import io.mien.contracts.control.ResumeWorker;
import io.mien.contracts.id.WorkerId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlotsTest {

  private static final WorkerId WORKER = new WorkerId("ingest-worker/host/life");

  private final Intake intake = new Intake(WORKER);
  private final Slots slots = new Slots(1, intake);

  @Test
  void thereAreAsManyAsTheSize() throws InterruptedException {
    assertThat(slots.take(Duration.ZERO)).isTrue();
    assertThat(slots.take(Duration.ZERO)).isFalse();

    slots.release();

    assertThat(slots.take(Duration.ZERO)).isTrue();
  }

  @Test
  void thereAreNoneWhileTheIntakeIsShut() throws InterruptedException {
    intake.obey(new DrainWorker(WORKER, "maintenance"));

    assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> assertThat(slots.take(Duration.ZERO)).isFalse());
    assertThat(slots.take(Duration.ofMillis(1))).isFalse();

    intake.obey(new ResumeWorker(WORKER));
    assertThat(slots.take(Duration.ZERO)).isTrue();
  }

  @Test
  void slotThatWasTakenIsNotToBeUsedOnceTheIntakeIsShut() throws InterruptedException {
    assertThat(slots.take(Duration.ZERO)).isTrue();
    assertThat(slots.isOpen()).isTrue();

    intake.obey(new DrainWorker(WORKER, "maintenance"));

    assertThat(slots.isOpen()).isFalse();
  }
}
