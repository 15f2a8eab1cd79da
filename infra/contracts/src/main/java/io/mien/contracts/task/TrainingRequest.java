package io.mien.contracts.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a network is trained.
 *
 * @param changes what differs from the base specification, by its field names, at any depth: {@code
 *     StarGanTrainingSpec.faithful()} (the paper), {@code FaceGanTrainingSpec} or {@code
 *     ClassifierTrainingSpec.small()} of {@code infra/networks}, which documents every field. The
 *     worker refuses unknown fields and values that make no sense.
 * @param sampleEvery iterations between sample grids, 0 for none
 * @param checkpointEvery iterations between published training states, 0 for none
 * @param keepStates how many training states are kept, the newest ones: at least 2, because the
 *     last may not have been heard of yet when a worker dies; 0 keeps all
 * @param keepBest which state is kept as the best one of a generator's training; absent for none. A
 *     classifier has {@code selection} among its changes instead
 * @param sampling how often each class is seen; absent for as it is
 */
public record TrainingRequest(
    Map<String, Object> changes,
    int sampleEvery,
    int checkpointEvery,
    int keepStates,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable KeepBest keepBest,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Sampling sampling) {

  public TrainingRequest {
    changes = Map.copyOf(changes);
    if (sampleEvery < 0 || checkpointEvery < 0) {
      throw new IllegalArgumentException(
          "Intervals of samples and checkpoints are not negative; found %d and %d."
              .formatted(sampleEvery, checkpointEvery));
    }
    if (keepStates < 0 || keepStates == 1) {
      throw new IllegalArgumentException(
          "Keep at least 2 training states, or 0 for all; found %d.".formatted(keepStates));
    }
  }

  /** A request that keeps no best state. */
  public TrainingRequest(
      Map<String, Object> changes, int sampleEvery, int checkpointEvery, int keepStates) {
    this(changes, sampleEvery, checkpointEvery, keepStates, null);
  }

  /** A request that sees every class as often as there are images of it. */
  public TrainingRequest(
      Map<String, Object> changes,
      int sampleEvery,
      int checkpointEvery,
      int keepStates,
      @Nullable KeepBest keepBest) {
    this(changes, sampleEvery, checkpointEvery, keepStates, keepBest, null);
  }

  /** The same with other changes. */
  public TrainingRequest changed(Map<String, Object> other) {
    return new TrainingRequest(other, sampleEvery, checkpointEvery, keepStates, keepBest, sampling);
  }

  /** The same with another sampling. */
  public TrainingRequest sampled(Sampling other) {
    return new TrainingRequest(changes, sampleEvery, checkpointEvery, keepStates, keepBest, other);
  }
}
