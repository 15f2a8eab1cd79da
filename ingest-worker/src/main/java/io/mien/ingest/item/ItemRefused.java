package io.mien.ingest.item;

/** Nothing comes of an item; the others go on. */
final class ItemRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code stable, for programs, in kebab case
   * @param message what was found and what to do
   */
  ItemRefused(String code, String message) {
    super(message);
    this.code = code;
  }

  String code() {
    return code;
  }

  String message() {
    return String.valueOf(getMessage());
  }

  /** An outcome rather than a fault: a million of them may be told, and no one reads the stack. */
  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}
