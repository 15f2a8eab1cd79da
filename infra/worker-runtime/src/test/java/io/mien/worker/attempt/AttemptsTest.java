package io.mien.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.control.CancelTask;
import io.mien.contracts.control.RevokeTask;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.task.RunTask;
import io.mien.worker.Samples;
import io.mien.worker.WorkerTimings;
import org.junit.jupiter.api.Test;

class AttemptsTest {

  private static final WorkerId ME = new WorkerId("ingest-worker/me/1");

  private final Attempts attempts =
      new Attempts(
          ME, new ManualSink(), new Pace(new ManualTime().surroundings(), WorkerTimings.DEFAULT));
  private final RunTask task = Samples.task();
  private final Attempt attempt = attempts.take(task).orElseThrow();

  @Test
  void cancelStopsWhicheverAttemptRuns() {
    attempts.obey(new CancelTask(task.taskId(), "test"));

    assertThat(attempt.stopReason()).isEqualTo(StopReason.CANCELLED);
  }

  @Test
  void revokeStopsThatAttemptOfThatWorkerOnly() {
    attempts.obey(new RevokeTask(task.taskId(), 2, null));
    attempts.obey(new RevokeTask(task.taskId(), 1, new WorkerId("ingest-worker/other/1")));
    attempts.obey(new RevokeTask(Samples.task().taskId(), 1, null));
    assertThat(attempt.stopReason()).isNull();

    attempts.obey(new RevokeTask(task.taskId(), 1, ME));
    assertThat(attempt.stopReason()).isEqualTo(StopReason.REVOKED);
  }

  @Test
  void revokeOverridesADrain() {
    attempts.stopAll(StopReason.DRAINED);
    attempts.obey(new RevokeTask(task.taskId(), 1, null));
    attempts.stopAll(StopReason.DRAINED);

    assertThat(attempt.stopReason()).isEqualTo(StopReason.REVOKED);
  }

  @Test
  void sameAttemptIsTakenOnce() {
    assertThat(attempts.take(task)).isEmpty();
    attempts.finished(attempt);
    assertThat(attempts.take(task)).isEmpty();
    assertThat(attempts.take(Samples.attempt(task.taskId(), 2))).isPresent();
  }

  @Test
  void attemptThatWasGivenBackMayComeAgain() {
    attempts.giveBack(attempt);

    assertThat(attempts.take(task)).isPresent();
  }
}
