package io.mien.contracts.result;

import io.mien.contracts.object.PrefixRef;

/**
 * @param checkpoint where the checkpoint lies; its manifest is {@code checkpoint.json}
 * @param validationAccuracy share of the validation part that is classified rightly, 0 to 1
 */
public record ClassifierTrained(
    PrefixRef checkpoint, CheckpointSummary summary, double validationAccuracy)
    implements TaskResult {}
