package io.mien.orchestrator.task;

import io.mien.contracts.event.TaskError;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The two budgets of a task, and how long to wait before another attempt. Thread-safe if its
 * randomness is.
 */
public final class RetryPolicy {

  private final Budgets budgets;
  private final RandomGenerator random;

  public RetryPolicy(Budgets budgets, RandomGenerator random) {
    this.budgets = budgets;
    this.random = random;
  }

  /**
   * What to do after a failure of the work.
   *
   * @param failures how often it failed before
   */
  public Verdict onFailure(TaskError error, int failures) {
    if (error.category() == TaskError.Category.INVALID_INPUT) {
      return new Verdict(TaskTrigger.REJECT, Duration.ZERO);
    }
    return failures + 1 >= budgets.failures()
        ? new Verdict(TaskTrigger.FAIL_FINALLY, Duration.ZERO)
        : new Verdict(TaskTrigger.FAIL, backoff(failures));
  }

  /**
   * What to do when something that the work needs was away: the work is not at fault, but it must
   * wait until the outage is over.
   *
   * @param interruptions how often it was interrupted before
   */
  public Verdict onOutage(int interruptions) {
    return interruptions + 1 >= budgets.interruptions()
        ? new Verdict(TaskTrigger.INTERRUPT_FINALLY, Duration.ZERO)
        : new Verdict(TaskTrigger.INTERRUPT, backoff(interruptions));
  }

  /**
   * What to do after an interruption: the work is not at fault, so it is queued again at once.
   *
   * @param interruptions how often it was interrupted before
   */
  public Verdict onInterruption(int interruptions) {
    return interruptions + 1 >= budgets.interruptions()
        ? new Verdict(TaskTrigger.INTERRUPT_FINALLY, Duration.ZERO)
        : new Verdict(TaskTrigger.INTERRUPT, Duration.ZERO);
  }

  /** Doubles with every time before, up to a limit; between half of that and all, at random. */
  private Duration backoff(int before) {
    long most = budgets.longestBackoff().toMillis();
    long full = Math.min(most, budgets.firstBackoff().toMillis() << Math.min(before, 20));
    return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
  }

  /**
   * @param failures attempts that may fail through the work itself
   * @param interruptions attempts that may be lost without its fault
   * @param crashes attempts in a row that may be lost with workers that ran nothing else, without a
   *     new state
   * @param firstBackoff longest wait after the first failure
   * @param longestBackoff longest wait after any failure
   */
  public record Budgets(
      int failures,
      int interruptions,
      int crashes,
      Duration firstBackoff,
      Duration longestBackoff) {

    public Budgets {
      if (failures < 1 || interruptions < 1 || crashes < 1) {
        throw new IllegalArgumentException(
            "A task needs a budget of at least one attempt, not "
                + failures
                + " failures, "
                + interruptions
                + " interruptions and "
                + crashes
                + " crashes.");
      }
    }
  }

  /**
   * @param delay from now until the next attempt may be offered
   */
  public record Verdict(TaskTrigger trigger, Duration delay) {}
}
