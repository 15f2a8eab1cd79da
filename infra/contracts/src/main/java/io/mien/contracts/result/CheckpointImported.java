package io.mien.contracts.result;

import io.mien.contracts.object.PrefixRef;

/**
 * @param checkpoint where the checkpoint lies; its manifest is {@code checkpoint.json}
 * @param summary with 0 iterations and no dataset: nobody here has trained it
 */
public record CheckpointImported(PrefixRef checkpoint, CheckpointSummary summary)
    implements TaskResult {}
