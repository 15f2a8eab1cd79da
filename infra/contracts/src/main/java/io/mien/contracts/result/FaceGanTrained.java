package io.mien.contracts.result;

import io.mien.contracts.object.PrefixRef;

/**
 * @param checkpoint where the checkpoint lies; its manifest is {@code checkpoint.json}
 */
public record FaceGanTrained(PrefixRef checkpoint, CheckpointSummary summary)
    implements TaskResult {}
