package io.mien.contracts.rest;

import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/datasets/{id}/erasures}.
 *
 * @param subject the person, as the dataset names them
 */
public record ErasureRequest(@Nullable String subject) {}
