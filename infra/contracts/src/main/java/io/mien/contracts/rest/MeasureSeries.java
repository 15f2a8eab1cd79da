package io.mien.contracts.rest;

import java.util.List;

/**
 * A curve of a task: parallel lists of iterations and values, thinned to at most the number of
 * points asked for.
 */
public record MeasureSeries(String name, List<Long> iterations, List<Double> values) {}
