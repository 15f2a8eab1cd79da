package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.result.DatasetPrepared;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A registered dataset.
 *
 * @param options absent from datasets of earlier versions
 * @param prepared the newest prepared version, once a run has ingested it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DatasetView(
    DatasetId datasetId,
    String name,
    URI source,
    String layout,
    @Nullable LayoutOptions options,
    Instant createdAt,
    @Nullable DatasetPrepared prepared) {}
