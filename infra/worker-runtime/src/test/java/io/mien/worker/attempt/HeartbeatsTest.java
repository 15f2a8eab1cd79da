package io.mien.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.event.Measure;
import io.mien.contracts.event.Progress;
import io.mien.contracts.event.TaskHeartbeat;
import io.mien.contracts.event.TaskMeasured;
import io.mien.contracts.event.TaskSampled;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.task.RunTask;
import io.mien.worker.Samples;
import io.mien.worker.WorkerTimings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ManualTime time = new ManualTime();
  private final ManualSink sink = new ManualSink();
  private final Attempts attempts =
      new Attempts(
          new WorkerId("test"), sink, new Pace(time.surroundings(), WorkerTimings.DEFAULT));
  private final Heartbeats heartbeats = new Heartbeats(attempts, time::nanos);
  private final LeaseWatch leaseWatch = new LeaseWatch(attempts, time::nanos);

  /** Its lease is 30 s, its heartbeat is due every 10 s. */
  private final Attempt attempt = running(slowTask());

  @Test
  void quietAttemptBeatsAtItsInterval() {
    pass(25);

    assertThat(sink.kept(TaskHeartbeat.class))
        .extracting(TaskHeartbeat::sequence)
        .containsExactly(1L, 2L);
  }

  @Test
  void newProgressTravelsAtMostOnceASecond() {
    for (int done = 1; done <= 40; done++) {
      attempt.progress(new Progress("test", "images", done, 40, 0));
      time.pass(Duration.ofMillis(100));
      heartbeats.step();
    }

    assertThat(sink.kept(TaskHeartbeat.class))
        .extracting(beat -> beat.progress().done())
        .containsExactly(10L, 20L, 30L, 40L);
  }

  @Test
  void leaseIsInDoubtAfterTwoThirdsWithoutAHeartbeat() {
    pass(10);
    sink.away(true);

    pass(20);
    assertThat(attempt.stopReason()).isNull();
    pass(1);
    assertThat(attempt.stopReason()).isEqualTo(StopReason.LEASE_IN_DOUBT);
  }

  @Test
  void heartbeatThatGetsOutInTimeRenewsTheLease() {
    sink.away(true);
    pass(19);
    sink.away(false);
    pass(20);

    assertThat(attempt.stopReason()).isNull();
  }

  @Test
  void leaseOfAnAttemptThatStopsAnywayIsNotWatched() {
    attempt.stop(StopReason.CANCELLED);
    sink.away(true);
    pass(30);

    assertThat(attempt.stopReason()).isEqualTo(StopReason.CANCELLED);
  }

  @Test
  void attemptThatHasNotBegunIsQuiet() {
    attempts.finished(attempt);
    assertThat(attempts.take(Samples.task())).isPresent();

    pass(30);

    assertThat(sink.kept(TaskHeartbeat.class)).isEmpty();
  }

  @Test
  void measuresOfASecondTravelTogether() {
    for (int i = 1; i <= 20; i++) {
      attempt.outbox().measured(List.of(new Measure(i, "loss", i)));
      time.pass(Duration.ofMillis(100));
      heartbeats.step();
    }

    assertThat(sink.kept(TaskMeasured.class))
        .extracting(event -> event.measures().size())
        .containsExactly(1, 10);
  }

  @Test
  void measuresAndSamplesSurviveAnOutage() {
    sink.away(true);
    attempt.outbox().measured(List.of(new Measure(1, "loss", 1)));
    attempt.outbox().sampled(1, Samples.object(), List.of("input", "happy"));
    pass(5);
    attempt.outbox().measured(List.of(new Measure(2, "loss", 2)));
    pass(5);
    sink.away(false);
    pass(2);

    assertThat(sink.kept(TaskMeasured.class))
        .flatExtracting(TaskMeasured::measures)
        .extracting(Measure::iteration)
        .containsExactlyInAnyOrder(1L, 2L);
    assertThat(sink.kept(TaskSampled.class)).hasSize(1);
  }

  private void pass(int seconds) {
    for (int i = 0; i < seconds; i++) {
      time.pass(SECOND);
      heartbeats.step();
      leaseWatch.step();
    }
  }

  private Attempt running(RunTask task) {
    Attempt taken = attempts.take(task).orElseThrow();
    taken.begin();
    return taken;
  }

  private static RunTask slowTask() {
    RunTask task = Samples.task();
    return new RunTask(
        task.taskId(),
        task.runId(),
        task.step(),
        task.kind(),
        task.attempt(),
        task.spec(),
        task.lease(),
        Duration.ofSeconds(10),
        task.offeredAt(),
        null,
        null);
  }
}
