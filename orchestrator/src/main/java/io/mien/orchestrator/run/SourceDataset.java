package io.mien.orchestrator.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.dataset.Colour;
import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Partition;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.dataset.SplitUnit;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.rest.DatasetView;
import io.mien.contracts.task.IngestDataset;
import io.mien.contracts.task.InspectDataset;
import io.mien.contracts.task.InspectionDepth;
import io.mien.contracts.terms.UsageTerms;
import io.mien.contracts.terms.UseRules;
import io.mien.orchestrator.preset.RunPreset;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A registered dataset that a run prepares.
 *
 * @param terms on which its pictures may be used; absent in runs of earlier versions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SourceDataset(
    DatasetId datasetId,
    String name,
    URI source,
    String layout,
    @Nullable LayoutOptions options,
    @Nullable UsageTerms terms) {

  static SourceDataset of(DatasetView dataset) {
    return new SourceDataset(
        dataset.datasetId(),
        dataset.name(),
        dataset.source(),
        dataset.layout(),
        dataset.options(),
        dataset.terms());
  }

  /** The colour that its crops were asked to have; null for that of the photos. */
  @Nullable Colour colour() {
    return options == null ? null : options.colour();
  }

  /**
   * @param colour of the crops; null for that of the photos
   * @param rules of the run, which the worker checks once it knows the layout
   */
  IngestDataset ingest(RunPreset preset, @Nullable Colour colour, @Nullable UseRules rules) {
    return new IngestDataset(
        datasetId,
        name,
        source,
        layout,
        preset.recipe().in(colour),
        split(preset.split()),
        options,
        terms,
        rules);
  }

  /** The same as a task that only looks. */
  InspectDataset inspect(RunPreset preset, InspectionDepth depth) {
    return new InspectDataset(
        name,
        source,
        layout,
        Objects.requireNonNullElse(options, LayoutOptions.DEFAULTS),
        preset.recipe().in(colour()),
        split(preset.split()),
        Objects.requireNonNullElse(terms, UsageTerms.UNKNOWN),
        depth);
  }

  /** Folds, or the dataset's own partition, where these were asked for when it was registered. */
  private SplitPolicy split(SplitPolicy ofPreset) {
    if (options == null) {
      return ofPreset;
    }
    if (options.folds() != null) {
      return ofPreset.withFolds(options.folds());
    }
    return options.partition() == Partition.OFFICIAL ? ofPreset.with(SplitUnit.OFFICIAL) : ofPreset;
  }
}
