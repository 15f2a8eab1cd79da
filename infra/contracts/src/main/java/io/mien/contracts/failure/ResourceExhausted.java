package io.mien.contracts.failure;

import org.jspecify.annotations.Nullable;

/** Memory, disk or device is exhausted: retry later, perhaps elsewhere. */
public final class ResourceExhausted extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code stable, for programs, in kebab case
   * @param message what was attempted, which id, what was found, what to do
   */
  public ResourceExhausted(String code, String message) {
    this(code, message, null);
  }

  public ResourceExhausted(String code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
