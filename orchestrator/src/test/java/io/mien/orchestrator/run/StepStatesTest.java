package io.mien.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.StepState;
import io.mien.contracts.TaskState;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StepStatesTest {

  @ParameterizedTest
  @EnumSource(TaskState.class)
  void oneTaskIsItsStep(TaskState state) {
    StepState expected =
        switch (state) {
          case QUEUED, OFFERED -> StepState.QUEUED;
          case RUNNING, CANCELLING -> StepState.RUNNING;
          case SUCCEEDED -> StepState.SUCCEEDED;
          case FAILED, DEAD -> StepState.FAILED;
          case CANCELLED -> StepState.CANCELLED;
        };

    assertThat(StepStates.of(Map.of(state, 1))).isEqualTo(expected);
  }

  @Test
  void sharedStepRunsFromItsFirstTaskToItsLast() {
    assertThat(StepStates.of(Map.of(TaskState.QUEUED, 2, TaskState.OFFERED, 1)))
        .isEqualTo(StepState.QUEUED);
    assertThat(StepStates.of(Map.of(TaskState.QUEUED, 2, TaskState.RUNNING, 1)))
        .isEqualTo(StepState.RUNNING);
    assertThat(StepStates.of(Map.of(TaskState.QUEUED, 2, TaskState.SUCCEEDED, 1)))
        .isEqualTo(StepState.RUNNING);
    assertThat(StepStates.of(Map.of(TaskState.SUCCEEDED, 3))).isEqualTo(StepState.SUCCEEDED);
  }

  @Test
  void oneFailureFailsTheStepAtOnce() {
    assertThat(StepStates.of(Map.of(TaskState.DEAD, 1, TaskState.RUNNING, 5)))
        .isEqualTo(StepState.FAILED);
    assertThat(StepStates.of(Map.of(TaskState.FAILED, 1, TaskState.CANCELLED, 5)))
        .isEqualTo(StepState.FAILED);
  }

  @Test
  void cancelledStepHasEndedOnceAllItsTasksHave() {
    assertThat(StepStates.of(Map.of(TaskState.CANCELLED, 1, TaskState.CANCELLING, 1)))
        .isEqualTo(StepState.RUNNING);
    assertThat(StepStates.of(Map.of(TaskState.CANCELLED, 1, TaskState.SUCCEEDED, 4)))
        .isEqualTo(StepState.CANCELLED);
  }

  @Test
  void stepOfIndependentTasksSucceedsWithOneOfThemAndEndsWithTheLast() {
    assertThat(independent(Map.of(TaskState.DEAD, 3, TaskState.SUCCEEDED, 1)))
        .isEqualTo(StepState.SUCCEEDED);
    assertThat(independent(Map.of(TaskState.DEAD, 3, TaskState.FAILED, 1)))
        .isEqualTo(StepState.FAILED);
    assertThat(independent(Map.of(TaskState.DEAD, 3, TaskState.OFFERED, 1)))
        .isEqualTo(StepState.RUNNING);
    assertThat(independent(Map.of(TaskState.QUEUED, 3))).isEqualTo(StepState.QUEUED);
    assertThat(independent(Map.of(TaskState.CANCELLING, 1, TaskState.DEAD, 3)))
        .isEqualTo(StepState.RUNNING);
    assertThat(independent(Map.of(TaskState.CANCELLED, 1, TaskState.SUCCEEDED, 3)))
        .isEqualTo(StepState.CANCELLED);
  }

  @ParameterizedTest
  @EnumSource(TaskState.class)
  void stepThatGetsMorePartsHasNotEnded(TaskState state) {
    assertThat(StepStates.ofIndependent(Map.of(state, 1), false).isTerminal()).isFalse();
  }

  private static StepState independent(Map<TaskState, Integer> tasks) {
    return StepStates.ofIndependent(tasks, true);
  }
}
