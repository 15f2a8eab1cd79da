package io.mien.contracts.result;

import io.mien.contracts.object.PrefixRef;

/**
 * @param checkpoint where the checkpoint lies; its manifest is {@code checkpoint.json}
 */
public record StarGanTrained(PrefixRef checkpoint, CheckpointSummary summary)
    implements TaskResult {}
