package io.mien.orchestrator.retention;

import io.mien.contracts.RunState;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long things are kept.
 *
 * @param grace age before which no object is deleted that seems to belong to nobody
 * @param every pause between two searches through the buckets
 * @param outcomes of runs that ended so, since their end; absent for ever
 * @param expressions of runs about one photo, however they ended; null for ever
 * @param madeItems how long items of bulk syntheses are found again, at most
 */
public record RetentionRules(
    Duration grace,
    Duration every,
    Map<RunState, Duration> outcomes,
    @Nullable Duration expressions,
    Duration madeItems) {

  public RetentionRules {
    outcomes = Map.copyOf(outcomes);
    outcomes.keySet().stream()
        .filter(state -> !state.isTerminal())
        .forEach(
            state -> {
              throw new IllegalArgumentException("No run ends as " + state + ".");
            });
  }
}
