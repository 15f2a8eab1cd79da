package io.mien.contracts.event;

/**
 * Why an attempt failed.
 *
 * @param code stable, for programs, for example {@code no-face} or {@code dataset-empty}
 * @param message what was attempted, which id, what was found, what to do
 * @param fingerprint equal for failures of one cause: error class and place in our code
 */
public record TaskError(Category category, String code, String message, String fingerprint) {

  /** What to do about it. */
  public enum Category {
    /** The input is at fault: never retry. */
    INVALID_INPUT,
    /** Something needed is away: retry later; counts as an interruption, not as a failure. */
    UNAVAILABLE,
    /** Memory, disk or device is exhausted: retry, perhaps elsewhere. */
    RESOURCE_EXHAUSTED,
    /** A defect, or something not foreseen: retry within the budget. */
    INTERNAL
  }
}
