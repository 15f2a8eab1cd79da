package io.mien.contracts.failure;

import org.jspecify.annotations.Nullable;

/** The input is at fault: the same call will fail again, so never retry. */
public final class InvalidInput extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code stable, for programs, in kebab case
   * @param message what was attempted, which id, what was found, what to do
   */
  public InvalidInput(String code, String message) {
    this(code, message, null);
  }

  public InvalidInput(String code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
