package io.mien.orchestrator.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.dataset.Colour;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Partition;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.dataset.SplitUnit;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.rest.DatasetView;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.task.IngestDataset;
import io.mien.contracts.terms.UsageTerms;
import io.mien.contracts.terms.UseRules;
import io.mien.orchestrator.preset.RunPreset;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registered dataset that a run prepares.
 *
 * @param erased subjects that must not come back
 * @param previous its version when the run was planned; what has not changed since is taken from it
 * @param terms on which its pictures may be used; absent in runs of earlier versions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceDataset(
    DatasetId datasetId,
    String name,
    URI source,
    String layout,
    @Nullable LayoutOptions options,
    List<String> erased,
    @Nullable PrefixRef previous,
    @Nullable UsageTerms terms) {

  public SourceDataset(
      DatasetId datasetId,
      String name,
      URI source,
      String layout,
      @Nullable LayoutOptions options,
      @Nullable List<String> erased,
      @Nullable PrefixRef previous,
      @Nullable UsageTerms terms) {
    this.datasetId = datasetId;
    this.name = name;
    this.source = source;
    this.layout = layout;
    this.options = options;
    this.erased = erased == null ? List.of() : List.copyOf(erased);
    this.previous = previous;
    this.terms = terms;
  }

  public static SourceDataset of(DatasetView dataset) {
    DatasetPrepared prepared = dataset.prepared();
    return new SourceDataset(
        dataset.datasetId(),
        dataset.name(),
        dataset.source(),
        dataset.layout(),
        dataset.options(),
        dataset.erased(),
        prepared == null ? null : prepared.dataset(),
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
        recipe(preset.recipe().in(colour)),
        split(preset.split()),
        options,
        erased,
        terms,
        rules);
  }

  /** With the detector that was asked for when the dataset was registered. */
  private CropRecipe recipe(CropRecipe ofPreset) {
    String detector = options == null ? null : options.selection().detector();
    return detector == null ? ofPreset : ofPreset.with(detector);
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
