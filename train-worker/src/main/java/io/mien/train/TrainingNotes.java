package io.mien.train;

import io.mien.contracts.dataset.DatasetManifest;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.store.json.WireJson;
import java.util.Map;

/** What a checkpoint says of where it comes from. */
final class TrainingNotes {

  /** Rights follow the training data, whose licence nobody has stated to us. */
  private static final String LICENCE = "as the training data";

  private TrainingNotes() {}

  static CheckpointNotes of(DatasetManifest dataset, Map<String, Double> measures) {
    return new CheckpointNotes(
        WireJson.MAPPER.valueToTree(dataset.recipe()),
        dataset.fingerprint(),
        measures,
        Map.of("mien", WorkerVersion.CURRENT),
        LICENCE,
        dataset.leak() == null ? null : WireJson.MAPPER.valueToTree(dataset.leak()));
  }
}
