package io.mien.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mien.contracts.event.TaskCancelled;
import io.mien.contracts.event.TaskError.Category;
import io.mien.contracts.event.TaskEvent;
import io.mien.contracts.event.TaskFailed;
import io.mien.contracts.event.TaskInterrupted;
import io.mien.contracts.event.TaskSucceeded;
import io.mien.contracts.failure.Cancelled;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.failure.ResourceExhausted;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.id.WorkerId;
import io.mien.store.json.WireJson;
import io.mien.worker.Samples;
import io.mien.worker.WorkerTimings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EndingTest {

  private final Attempt attempt =
      new Attempt(
          Samples.task(),
          new WorkerId("test"),
          new ManualSink(),
          new Pace(new ManualTime().surroundings(), WorkerTimings.DEFAULT));

  @ParameterizedTest
  @EnumSource(StopReason.class)
  void everyStopReasonHasItsReport(StopReason reason) {
    attempt.stop(reason);

    Optional<TaskEvent> end = new Ending(attempt).threw(new Cancelled("stopped"));

    switch (reason) {
      case DRAINED, LEASE_IN_DOUBT ->
          assertThat(end)
              .hasValueSatisfying(
                  event ->
                      assertThat(((TaskInterrupted) event).reason().name())
                          .isEqualTo(reason.name()));
      case CANCELLED -> assertThat(end).containsInstanceOf(TaskCancelled.class);
      case REVOKED -> assertThat(end).isEmpty();
    }
  }

  @Test
  void workThatFinishedInSpiteOfADrainCounts() {
    attempt.stop(StopReason.DRAINED);

    assertThat(new Ending(attempt).returned(Samples.result(), List.of()))
        .containsInstanceOf(TaskSucceeded.class);
  }

  @Test
  void cancelledTaskIsCancelledEvenWhenItFinished() {
    attempt.stop(StopReason.CANCELLED);

    assertThat(new Ending(attempt).returned(Samples.result(), List.of()))
        .containsInstanceOf(TaskCancelled.class);
  }

  @Test
  void failureOfAnyDepthKeepsItsMeaning() {
    Throwable wrapped = new ExecutionException(new RuntimeException(new InvalidInput("a-b", "c")));

    assertThat(categoryOf(wrapped)).isEqualTo(Category.INVALID_INPUT);
    assertThat(categoryOf(new Unavailable("a", "b"))).isEqualTo(Category.UNAVAILABLE);
    assertThat(categoryOf(new ResourceExhausted("a", "b"))).isEqualTo(Category.RESOURCE_EXHAUSTED);
    assertThat(categoryOf(new OutOfMemoryError())).isEqualTo(Category.RESOURCE_EXHAUSTED);
    assertThat(categoryOf(new StackOverflowError())).isEqualTo(Category.INTERNAL);
    assertThat(categoryOf(new Cancelled("though nobody asked"))).isEqualTo(Category.INTERNAL);
  }

  @Test
  void defectSaysItsClassAndHasACodeForPrograms() {
    TaskFailed failed = failed(new ArrayIndexOutOfBoundsException("Index 3"));

    assertThat(failed.error().code()).isEqualTo("array-index-out-of-bounds");
    assertThat(failed.error().message())
        .isEqualTo("java.lang.ArrayIndexOutOfBoundsException: Index 3");
  }

  @Test
  void messageHasNothingThatCannotBeStored() throws JsonProcessingException {
    assertThat(messageOf("image\u0000; \u001b[31mred\n\tnext \ud83d\ude00 half \ud83d."))
        .isEqualTo("image\uFFFD; \uFFFD[31mred\n\tnext \ud83d\ude00 half \uFFFD.");

    String cutInTheMiddle = messageOf("x".repeat(1_999) + "\ud83d\ude00");
    assertThat(cutInTheMiddle).hasSize(2_000).endsWith("x\uFFFD");
    assertThat(WireJson.MAPPER.writeValueAsBytes(cutInTheMiddle)).isNotEmpty();
  }

  private String messageOf(String message) {
    return failed(new InvalidInput("bad-file", message)).error().message();
  }

  @Test
  void fingerprintIsOneForEachCause() {
    String first = failed(defectHere("photo 1")).error().fingerprint();
    String second = failed(new RuntimeException(defectHere("photo 2"))).error().fingerprint();
    String other = failed(defectThere()).error().fingerprint();

    assertThat(second).isEqualTo(first).hasSize(12);
    assertThat(other).isNotEqualTo(first);
  }

  private static RuntimeException defectHere(String message) {
    return new IllegalStateException(message);
  }

  private static RuntimeException defectThere() {
    return new IllegalStateException("photo 1");
  }

  private Category categoryOf(Throwable failure) {
    return failed(failure).error().category();
  }

  private TaskFailed failed(Throwable failure) {
    return (TaskFailed) new Ending(attempt).threw(failure).orElseThrow();
  }
}
