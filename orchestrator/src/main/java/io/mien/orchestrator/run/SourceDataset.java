package io.mien.orchestrator.run;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Partition;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.dataset.SplitUnit;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.rest.DatasetView;
import io.mien.contracts.task.IngestDataset;
import io.mien.orchestrator.preset.RunPreset;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A registered dataset that a run prepares. */
record SourceDataset(
    DatasetId datasetId, String name, URI source, String layout, @Nullable LayoutOptions options) {

  static SourceDataset of(DatasetView dataset) {
    return new SourceDataset(
        dataset.datasetId(), dataset.name(), dataset.source(), dataset.layout(), dataset.options());
  }

  IngestDataset ingest(RunPreset preset) {
    return new IngestDataset(
        datasetId, name, source, layout, preset.recipe(), split(preset.split()), options);
  }

  /** The dataset's own partition, where that was asked for when it was registered. */
  private SplitPolicy split(SplitPolicy ofPreset) {
    return options != null && options.partition() == Partition.OFFICIAL
        ? ofPreset.with(SplitUnit.OFFICIAL)
        : ofPreset;
  }
}
