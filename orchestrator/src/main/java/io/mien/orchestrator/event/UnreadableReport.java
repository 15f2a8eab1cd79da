package io.mien.orchestrator.event;

import org.jspecify.annotations.Nullable;

/**
 * A record that nobody can make sense of; it goes to the dead-letter topic with this message as the
 * reason.
 */
public final class UnreadableReport extends Exception {

  private static final long serialVersionUID = 1L;

  public UnreadableReport(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}
