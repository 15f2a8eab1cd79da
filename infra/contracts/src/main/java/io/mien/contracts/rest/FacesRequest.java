package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/faces}. The same checkpoint, seed and number give the same face, so a
 * larger count repeats the faces of a smaller one.
 *
 * @param checkpoint id or alias of a face generator; {@code candidate}, the newest, when absent
 * @param count how many faces, 1 to 100,000
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FacesRequest(@Nullable String checkpoint, int count, long seed) {}
