package io.mien.contracts.rest;

import java.time.Instant;

/** A sample grid of a training task. */
public record SampleView(long iteration, String url, Instant at) {}
