package io.mien.networks.training;

import java.io.Serial;

/**
 * A training asked for more memory than there is. The message says with which batch and size, what
 * they take and what fits. The training is to be closed; what it had saved before is still good.
 */
public final class MemoryExhausted extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  MemoryExhausted(String message, Throwable cause) {
    super(message, cause);
  }
}
