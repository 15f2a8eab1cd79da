package io.mien.orchestrator.rest;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.rest.Reason;
import org.jspecify.annotations.Nullable;

/** Why an operator does something, in words that others see and that go to workers. */
final class GivenReason {

  private static final int LONGEST = 500;

  private GivenReason() {}

  /**
   * The reason, or the other words where none is given.
   *
   * @throws InvalidInput {@code bad-field}
   */
  static String or(String otherwise, @Nullable Reason given) {
    String reason = given == null ? null : given.reason();
    if (reason == null) {
      return otherwise;
    }
    if (reason.length() > LONGEST) {
      throw new InvalidInput(
          "bad-field",
          "The field 'reason' has %d characters; it has at most %d."
              .formatted(reason.length(), LONGEST));
    }
    return reason;
  }
}
