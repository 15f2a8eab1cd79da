package io.mien.ingest.image;

import io.mien.contracts.dataset.Rejection;

/** A file gives no crop; the reason goes into the dataset's rejections, or back to the caller. */
public final class PictureRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Rejection.Code code;

  /**
   * @param detail what was found, for a person
   */
  public PictureRefused(Rejection.Code code, String detail) {
    super(detail);
    this.code = code;
  }

  public Rejection.Code code() {
    return code;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  /**
   * An outcome rather than a fault: thousands of them may be normal, and no one reads the stack.
   */
  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}
