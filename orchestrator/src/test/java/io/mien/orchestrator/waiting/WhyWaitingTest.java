package io.mien.orchestrator.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.TaskKind;
import io.mien.contracts.TaskState;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.rest.WaitingView;
import io.mien.contracts.rest.WaitingView.Reason;
import io.mien.orchestrator.dispatch.OfferTerms;
import io.mien.orchestrator.queue.JdbcQueues;
import io.mien.orchestrator.queue.KindSlots;
import io.mien.orchestrator.task.Lane;
import io.mien.orchestrator.waiting.TaskSituation.Surroundings;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhyWaitingTest {

  private static final OfferTerms TERMS =
      new OfferTerms(Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofSeconds(30), 1);
  private static final Surroundings IDLE = around(null, 4, 0, 0);

  private final WhyWaiting why = new WhyWaiting(new JdbcQueues(), TERMS, Duration.ofSeconds(20));

  @Test
  void pausedRunIsSaidBeforeEverythingElse() {
    WaitingView view = why.of(queued(true, 99, around("disk full", 0, 0, 0)));

    assertThat(view.reason()).isEqualTo(Reason.RUN_PAUSED);
  }

  @Test
  void pausedQueueSaysWhy() {
    WaitingView view = why.of(queued(false, 0, around("disk full", 4, 0, 0)));

    assertThat(view.reason()).isEqualTo(Reason.QUEUE_PAUSED);
    assertThat(view.text()).contains("train", "disk full");
  }

  @Test
  void backoffSaysHowLong() {
    WaitingView view = why.of(queued(false, 12.4, IDLE));

    assertThat(view.reason()).isEqualTo(Reason.BACKOFF);
    assertThat(view.text()).contains("12 seconds");
    assertThat(view.etaSeconds()).isEqualTo(12.4);
  }

  @Test
  void backoffSaysThatNobodyTookTheOffers() {
    WaitingView view = why.of(queued(false, 40, 5, IDLE));

    assertThat(view.reason()).isEqualTo(Reason.BACKOFF);
    assertThat(view.text()).contains("No train-worker took its last 5 offers", "40 seconds");
  }

  @Test
  void nobodyThereToDoIt() {
    assertThat(why.of(queued(false, 0, around(null, 0, 0, 3))).reason())
        .isEqualTo(Reason.NO_WORKER);
  }

  @Test
  void quotasNameTheClient() {
    Surroundings running = new Surroundings(null, slots(9, 2), 7, "shop", 2, 2, null, 0, null);
    Surroundings starting = new Surroundings(null, slots(9, 2), 7, "shop", null, 2, 30, 30, null);

    assertThat(why.of(queued(false, 0, running)))
        .returns(Reason.QUOTA, WaitingView::reason)
        .extracting(WaitingView::text)
        .asString()
        .contains("shop", "2 tasks at work");
    assertThat(why.of(queued(false, 0, starting)).text()).contains("shop", "30 tasks within");
  }

  @Test
  void lineHasAPositionAndAnEtaFromHistory() {
    Surroundings line = new Surroundings(null, slots(2, 2), 5, "shop", null, 2, null, 0, 10.0);

    WaitingView view = why.of(queued(false, 0, line));

    assertThat(view.reason()).isEqualTo(Reason.SLOTS_TAKEN);
    assertThat(view.position()).isEqualTo(5);
    assertThat(view.etaSeconds()).isEqualTo(30.0);
    assertThat(view.text()).contains("2 of 2 slots of train-workers", "5 tasks come before it");
  }

  @Test
  void withoutHistoryThereIsNoEta() {
    assertThat(why.of(queued(false, 0, around(null, 2, 2, 5))).etaSeconds()).isNull();
  }

  @Test
  void nextInLineIsOfferedAtOnce() {
    assertThat(why.of(queued(false, 0, IDLE)).reason()).isEqualTo(Reason.NEXT);
  }

  @Test
  void freeSlotThatIsKeptForPhotosIsNotOfferedToOthers() {
    Surroundings line = new Surroundings(null, slots(4, 3), 0, "shop", null, 3, null, 0, 30.0);

    WaitingView batch = why.of(synthesis(Lane.BATCH, line));
    assertThat(batch.reason()).isEqualTo(Reason.SLOTS_TAKEN);
    assertThat(batch.text()).contains("3 of 4 slots of synth-workers", "1 kept for photos");
    assertThat(batch.position()).isZero();
    assertThat(batch.etaSeconds()).isEqualTo(10.0);
    assertThat(why.of(synthesis(Lane.ON_DEMAND, line)).reason()).isEqualTo(Reason.NEXT);
  }

  @Test
  void freeSlotOfTheOnlyWorkerIsForEverybody() {
    assertThat(why.of(synthesis(Lane.BATCH, around(null, 1, 0, 0))).reason())
        .isEqualTo(Reason.NEXT);
  }

  @Test
  void whoeverIsHeldUpWithOthersHasAPositionAmongThem() {
    Surroundings overQuota = new Surroundings(null, slots(9, 2), 7, "shop", 2, 2, null, 0, null);

    assertThat(why.of(queued(false, 0, overQuota)).position()).isEqualTo(7);
    assertThat(why.of(queued(false, 0, around("disk full", 4, 0, 3))).position()).isEqualTo(3);
    assertThat(why.of(queued(false, 0, around(null, 0, 0, 2))).position()).isEqualTo(2);
  }

  @Test
  void silentWorkerIsSaid() {
    WaitingView quiet = why.of(running(25, false));

    assertThat(quiet.reason()).isEqualTo(Reason.CONTACT_LOST);
    assertThat(quiet.text()).contains("train-worker/x/1", "25 seconds");
    assertThat(why.of(running(3, false)).reason()).isEqualTo(Reason.RUNNING);
    assertThat(why.of(running(3, true)).reason()).isEqualTo(Reason.MAKING_ROOM);
  }

  private static TaskSituation queued(boolean held, double backoff, Surroundings around) {
    return queued(held, backoff, 0, around);
  }

  private static TaskSituation queued(
      boolean held, double backoff, int offersExpired, Surroundings around) {
    return new TaskSituation(
        new TaskId(UUID.randomUUID()),
        TaskKind.TRAIN,
        TaskState.QUEUED,
        Lane.BATCH,
        held,
        backoff,
        offersExpired,
        null,
        0,
        false,
        around);
  }

  private static TaskSituation synthesis(Lane lane, Surroundings around) {
    return new TaskSituation(
        new TaskId(UUID.randomUUID()),
        TaskKind.SYNTH,
        TaskState.QUEUED,
        lane,
        false,
        0,
        0,
        null,
        0,
        false,
        around);
  }

  private static TaskSituation running(double silent, boolean yielding) {
    return new TaskSituation(
        new TaskId(UUID.randomUUID()),
        TaskKind.TRAIN,
        TaskState.RUNNING,
        Lane.BATCH,
        false,
        -5,
        0,
        "train-worker/x/1",
        silent,
        yielding,
        IDLE);
  }

  private static Surroundings around(@Nullable String pauseReason, int slots, int busy, int ahead) {
    return new Surroundings(pauseReason, slots(slots, busy), ahead, "shop", null, 0, null, 0, null);
  }

  private static KindSlots slots(int all, int busy) {
    return new KindSlots(all - busy, all, 0);
  }
}
