package io.mien.contracts.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.object.PrefixRef;
import org.jspecify.annotations.Nullable;

/**
 * @param checkpoint where the checkpoint lies; its manifest is {@code checkpoint.json}
 * @param best what the training was to keep beside its last state; absent when it was to keep none
 */
public record FaceGanTrained(
    PrefixRef checkpoint,
    CheckpointSummary summary,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BestCheckpoint best)
    implements TaskResult {

  /** A training that was to keep its last state alone. */
  public FaceGanTrained(PrefixRef checkpoint, CheckpointSummary summary) {
    this(checkpoint, summary, null);
  }
}
