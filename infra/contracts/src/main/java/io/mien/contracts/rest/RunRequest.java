package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.id.DatasetId;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/runs}.
 *
 * @param preset name of a preset: see {@code GET /v1/presets}
 * @param name for people; made from dataset and preset when absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunRequest(DatasetId datasetId, String preset, @Nullable String name) {}
