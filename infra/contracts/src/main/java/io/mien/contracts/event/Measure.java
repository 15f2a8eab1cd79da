package io.mien.contracts.event;

/**
 * One point of a curve.
 *
 * @param iteration training iteration, counted from 1
 * @param name for example {@code D/loss_gp} (the reference code's names), {@code learningRateG},
 *     {@code imagesPerSecond}
 */
public record Measure(long iteration, String name, double value) {}
