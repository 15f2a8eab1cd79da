package io.mien.contracts.failure;

import org.jspecify.annotations.Nullable;

/** Something that is needed is away: retry later. */
public final class Unavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code stable, for programs, in kebab case
   * @param message what was attempted, which id, what was found, what to do
   */
  public Unavailable(String code, String message) {
    this(code, message, null);
  }

  public Unavailable(String code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
