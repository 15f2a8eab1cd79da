package io.mien.contracts.quality;

import java.util.List;

/**
 * An image that was not good enough in any way in which it was generated.
 *
 * @param attempts what was measured each time; first as it was asked for, then with each option
 */
public record RejectedImage(String expression, List<ImageQuality> attempts) {

  public RejectedImage {
    attempts = List.copyOf(attempts);
  }
}
