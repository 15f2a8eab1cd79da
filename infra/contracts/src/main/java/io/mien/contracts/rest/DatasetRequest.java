package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Layouts;
import io.mien.contracts.terms.UsageTerms;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/datasets}.
 *
 * @param source folder or archive that the ingest workers can read, see {@link
 *     io.mien.contracts.dataset.DatasetPlace}
 * @param layout {@code auto} or one of {@link Layouts#NAMES}; {@code auto} when absent
 * @param options what the layout leaves to choose; its defaults when absent
 * @param terms on which the pictures may be used, as far as somebody states them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DatasetRequest(
    String name,
    URI source,
    @Nullable String layout,
    @Nullable LayoutOptions options,
    @Nullable UsageTerms terms) {

  /** Of pictures whose terms nobody states. */
  public DatasetRequest(
      String name, URI source, @Nullable String layout, @Nullable LayoutOptions options) {
    this(name, source, layout, options, null);
  }

  /** With the layout's defaults. */
  public DatasetRequest(String name, URI source, @Nullable String layout) {
    this(name, source, layout, null);
  }
}
