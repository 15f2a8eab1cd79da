package io.mien.contracts.event;

/**
 * One point of a curve.
 *
 * @param iteration training iteration, counted from 1
 * @param name network and measure, for example {@code critic/penalty}; of the whole step {@code
 *     imagesPerSecond}
 */
public record Measure(long iteration, String name, double value) {}
