package io.mien.contracts.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.object.PrefixRef;
import org.jspecify.annotations.Nullable;

/**
 * @param checkpoint where the checkpoint lies; its manifest is {@code checkpoint.json}
 * @param validationAccuracy share of the validation part that is classified rightly, 0 to 1
 * @param measures everything else that was measured; absent from results of earlier versions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClassifierTrained(
    PrefixRef checkpoint,
    CheckpointSummary summary,
    double validationAccuracy,
    @Nullable ClassifierMeasures measures)
    implements TaskResult {

  public ClassifierTrained(
      PrefixRef checkpoint, CheckpointSummary summary, double validationAccuracy) {
    this(checkpoint, summary, validationAccuracy, null);
  }
}
