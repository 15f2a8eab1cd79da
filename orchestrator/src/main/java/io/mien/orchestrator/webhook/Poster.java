package io.mien.orchestrator.webhook;

import io.mien.contracts.failure.Unavailable;

/** The way out to endpoints. */
public interface Poster {

  /**
   * Posts to the very address of the target and returns what was answered; follows nothing.
   *
   * @throws Unavailable when no whole answer came in time
   */
  Answer post(Post post);
}
