package io.mien.contracts.task;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Keep the state in which a measure of the training stood best, beside the newest states and the
 * last one. The measure is smoothed: its median over the last points of its curve counts.
 *
 * @param measure name of a curve that the training reports, such as {@code generator/pairs}
 * @param goal which end of it is the better one
 * @param every iterations between comparisons
 * @param window points of the curve that the median is taken over
 */
public record KeepBest(String measure, Goal goal, int every, int window) {

  /** Which of two values is better. */
  public enum Goal {
    LOWEST,
    HIGHEST;

    @JsonValue
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public KeepBest {
    if (measure.isBlank() || every < 1 || window < 1) {
      throw new IllegalArgumentException(
          "Keeping the best needs a measure, every >= 1 and window >= 1; found '%s', %d, %d."
              .formatted(measure, every, window));
    }
  }

  /** Whether the first value is better than the second. */
  public boolean prefers(double value, double other) {
    return goal == Goal.LOWEST ? value < other : value > other;
  }
}
