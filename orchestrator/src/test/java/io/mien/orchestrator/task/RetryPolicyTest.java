package io.mien.orchestrator.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.event.TaskError;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  private final RetryPolicy policy =
      new RetryPolicy(
          new RetryPolicy.Budgets(3, 20, 5, Duration.ofSeconds(10), Duration.ofMinutes(10)),
          new Random(7));

  @Test
  void invalidInputIsNeverTriedAgain() {
    RetryPolicy.Verdict verdict = policy.onFailure(error(TaskError.Category.INVALID_INPUT), 0);

    assertThat(verdict.trigger()).isEqualTo(TaskTrigger.REJECT);
  }

  @Test
  void thirdFailureIsTheLast() {
    TaskError error = error(TaskError.Category.INTERNAL);

    assertThat(policy.onFailure(error, 0).trigger()).isEqualTo(TaskTrigger.FAIL);
    assertThat(policy.onFailure(error, 1).trigger()).isEqualTo(TaskTrigger.FAIL);
    assertThat(policy.onFailure(error, 2).trigger()).isEqualTo(TaskTrigger.FAIL_FINALLY);
  }

  @Test
  void waitDoublesWithinItsJitterUpToTheLimit() {
    RetryPolicy patient =
        new RetryPolicy(
            new RetryPolicy.Budgets(100, 20, 5, Duration.ofSeconds(10), Duration.ofMinutes(10)),
            new Random(7));
    for (int failures = 0; failures < 99; failures++) {
      long full = Math.min(600_000L, 10_000L << Math.min(failures, 20));
      assertThat(patient.onFailure(error(TaskError.Category.INTERNAL), failures).delay())
          .as("after %d failures", failures)
          .isBetween(Duration.ofMillis(full / 2), Duration.ofMillis(full));
    }
  }

  @Test
  void interruptionsAreTriedAgainAtOnceUntilTheirOwnBudgetIsGone() {
    assertThat(policy.onInterruption(0))
        .isEqualTo(new RetryPolicy.Verdict(TaskTrigger.INTERRUPT, Duration.ZERO));
    assertThat(policy.onInterruption(18).trigger()).isEqualTo(TaskTrigger.INTERRUPT);
    assertThat(policy.onInterruption(19).trigger()).isEqualTo(TaskTrigger.INTERRUPT_FINALLY);
  }

  @Test
  void outagesAreWaitedForUntilTheBudgetOfInterruptionsIsGone() {
    for (int interruptions = 0; interruptions < 19; interruptions++) {
      RetryPolicy.Verdict verdict = policy.onOutage(interruptions);
      long full = Math.min(600_000L, 10_000L << interruptions);

      assertThat(verdict.trigger()).isEqualTo(TaskTrigger.INTERRUPT);
      assertThat(verdict.delay()).isBetween(Duration.ofMillis(full / 2), Duration.ofMillis(full));
    }
    assertThat(policy.onOutage(19).trigger()).isEqualTo(TaskTrigger.INTERRUPT_FINALLY);
  }

  @Test
  void waitsOfATaskAddUpToNoMoreThanTheReadmeSays() {
    Duration failures = Duration.ZERO;
    for (int before = 0; before < 2; before++) {
      failures =
          failures.plus(policy.onFailure(error(TaskError.Category.INTERNAL), before).delay());
    }
    Duration outages = Duration.ZERO;
    for (int before = 0; before < 19; before++) {
      outages = outages.plus(policy.onOutage(before).delay());
    }

    assertThat(failures).isLessThanOrEqualTo(Duration.ofSeconds(30));
    assertThat(outages).isBetween(Duration.ofMinutes(70), Duration.ofSeconds(8430));
  }

  private static TaskError error(TaskError.Category category) {
    return new TaskError(category, "code", "message", "fingerprint");
  }
}
