package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.terms.UsageTerms;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A registered dataset.
 *
 * @param options absent from datasets of earlier versions
 * @param erased subjects that were taken out of it and stay out
 * @param prepared the newest prepared version, once a run has ingested it
 * @param terms on which the pictures may be used: as stated, and where nobody stated anything, as
 *     is known of the layout
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DatasetView(
    DatasetId datasetId,
    String name,
    URI source,
    String layout,
    @Nullable LayoutOptions options,
    Instant createdAt,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> erased,
    @Nullable DatasetPrepared prepared,
    UsageTerms terms) {

  public DatasetView(
      DatasetId datasetId,
      String name,
      URI source,
      String layout,
      @Nullable LayoutOptions options,
      Instant createdAt,
      @Nullable List<String> erased,
      @Nullable DatasetPrepared prepared,
      @Nullable UsageTerms terms) {
    this.datasetId = datasetId;
    this.name = name;
    this.source = source;
    this.layout = layout;
    this.options = options;
    this.createdAt = createdAt;
    this.erased = erased == null ? List.of() : List.copyOf(erased);
    this.prepared = prepared;
    this.terms = Objects.requireNonNullElse(terms, UsageTerms.UNKNOWN);
  }

  /** Of pictures whose terms nobody states. */
  public DatasetView(
      DatasetId datasetId,
      String name,
      URI source,
      String layout,
      @Nullable LayoutOptions options,
      Instant createdAt,
      @Nullable List<String> erased,
      @Nullable DatasetPrepared prepared) {
    this(datasetId, name, source, layout, options, createdAt, erased, prepared, null);
  }
}
