package io.mien.contracts.result;

import io.mien.contracts.object.PrefixRef;

/**
 * The state in which a measure of a training stood best.
 *
 * @param checkpoint where it lies: complete, to synthesise with and to train on from
 * @param iteration iterations done by then
 * @param value of the measure there, smoothed
 */
public record BestCheckpoint(PrefixRef checkpoint, long iteration, String measure, double value) {}
