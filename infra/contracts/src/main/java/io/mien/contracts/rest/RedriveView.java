package io.mien.contracts.rest;

/**
 * What came of sending dead deliveries again.
 *
 * @param redriven how many wait again
 */
public record RedriveView(int redriven) {}
