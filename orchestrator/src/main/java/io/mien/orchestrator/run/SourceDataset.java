package io.mien.orchestrator.run;

import io.mien.contracts.id.DatasetId;
import io.mien.contracts.rest.DatasetView;
import io.mien.contracts.task.IngestDataset;
import io.mien.orchestrator.preset.Preset;
import java.net.URI;

/** A registered dataset that a run prepares. */
record SourceDataset(DatasetId datasetId, String name, URI source, String layout) {

  static SourceDataset of(DatasetView dataset) {
    return new SourceDataset(
        dataset.datasetId(), dataset.name(), dataset.source(), dataset.layout());
  }

  IngestDataset ingest(Preset preset) {
    return new IngestDataset(datasetId, name, source, layout, preset.recipe(), preset.split());
  }
}
