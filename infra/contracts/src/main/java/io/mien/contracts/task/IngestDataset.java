package io.mien.contracts.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Layouts;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.terms.UsageTerms;
import io.mien.contracts.terms.UseRules;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an ingest: to detect, align and crop every face of a dataset, and to split, pack
 * and describe it. {@link ListDataset}, {@link DetectFaces} and {@link PackDataset} do it.
 *
 * @param source folder or archive that the ingest workers can read, see {@link
 *     io.mien.contracts.dataset.DatasetPlace}
 * @param layout layout of the folder: {@code auto} or one of {@link Layouts#NAMES}
 * @param erased subjects that must not come back; none when absent
 * @param options what the layout leaves to choose; its defaults when absent
 * @param terms on which the pictures may be used, as far as somebody stated them
 * @param rules that the terms have to meet once the layout is known; absent from a task that
 *     anybody may do
 */
public record IngestDataset(
    DatasetId datasetId,
    String name,
    URI source,
    String layout,
    CropRecipe recipe,
    SplitPolicy split,
    LayoutOptions options,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> erased,
    UsageTerms terms,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UseRules rules) {

  public IngestDataset(
      DatasetId datasetId,
      String name,
      URI source,
      String layout,
      CropRecipe recipe,
      SplitPolicy split,
      @Nullable LayoutOptions options,
      @Nullable List<String> erased,
      @Nullable UsageTerms terms,
      @Nullable UseRules rules) {
    this.datasetId = datasetId;
    this.name = name;
    this.source = source;
    this.layout = layout;
    this.recipe = recipe;
    this.split = split;
    this.options = Objects.requireNonNullElse(options, LayoutOptions.DEFAULTS);
    this.erased = erased == null ? List.of() : List.copyOf(erased);
    this.terms = Objects.requireNonNullElse(terms, UsageTerms.UNKNOWN);
    this.rules = rules;
  }

  /** Of pictures whose terms nobody states. */
  public IngestDataset(
      DatasetId datasetId,
      String name,
      URI source,
      String layout,
      CropRecipe recipe,
      SplitPolicy split,
      @Nullable LayoutOptions options,
      @Nullable List<String> erased) {
    this(datasetId, name, source, layout, recipe, split, options, erased, null, null);
  }

  /** Of everybody in it. */
  public IngestDataset(
      DatasetId datasetId,
      String name,
      URI source,
      String layout,
      CropRecipe recipe,
      SplitPolicy split,
      @Nullable LayoutOptions options) {
    this(datasetId, name, source, layout, recipe, split, options, List.of(), null, null);
  }

  /** With the layout's defaults. */
  public IngestDataset(
      DatasetId datasetId,
      String name,
      URI source,
      String layout,
      CropRecipe recipe,
      SplitPolicy split) {
    this(datasetId, name, source, layout, recipe, split, LayoutOptions.DEFAULTS);
  }
}
