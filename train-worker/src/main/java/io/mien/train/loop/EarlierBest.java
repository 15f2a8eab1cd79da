package io.mien.train.loop;

import io.mien.contracts.result.BestCheckpoint;
import org.jspecify.annotations.Nullable;

/**
 * The best state that the attempts before had found.
 *
 * @param value of the measure there, which a better one must beat
 * @param checkpoint this attempt's own copy; null where the state is gone
 */
public record EarlierBest(double value, @Nullable BestCheckpoint checkpoint) {}
