package io.mien.networks.checkpoint;

import java.io.Serial;

/** Files that are not what they should be; retrying does not help. */
public final class InvalidCheckpoint extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public InvalidCheckpoint(String message) {
    super(message);
  }

  public InvalidCheckpoint(String message, Throwable cause) {
    super(message, cause);
  }
}
