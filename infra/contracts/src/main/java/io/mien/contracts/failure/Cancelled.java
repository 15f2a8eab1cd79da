package io.mien.contracts.failure;

/** The work was told to stop, and stopped. */
public final class Cancelled extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Cancelled(String message) {
    super(message);
  }
}
