package io.mien.orchestrator.webhook;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint answered.
 *
 * @param text the beginning of the body
 * @param retryAfter the header, as it was sent
 */
public record Answer(int status, String text, @Nullable String retryAfter) {

  private static final int GONE = 410;

  public Answer {
    text = ShortText.of(text);
  }

  public boolean isSuccess() {
    return status / 100 == 2;
  }

  /** Whether the endpoint wants nothing more, ever. */
  public boolean isGone() {
    return status == GONE;
  }

  Optional<String> wish() {
    return Optional.ofNullable(retryAfter);
  }
}
