package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/datasets}.
 *
 * @param source folder that the ingest workers can read, as a {@code file:} URI
 * @param layout {@code auto} when absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DatasetRequest(String name, URI source, @Nullable String layout) {}
