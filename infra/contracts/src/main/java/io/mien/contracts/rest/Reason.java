package io.mien.contracts.rest;

import org.jspecify.annotations.Nullable;

/**
 * Body of what an operator does with a reason: pausing a queue, draining a worker.
 *
 * @param reason for others who see it
 */
public record Reason(@Nullable String reason) {}
