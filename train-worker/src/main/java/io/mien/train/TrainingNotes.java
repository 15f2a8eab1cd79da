package io.mien.train;

import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.dataset.SplitLeak;
import io.mien.contracts.terms.UsageTerms;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.store.json.WireJson;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a checkpoint says of where it comes from. */
final class TrainingNotes {

  private TrainingNotes() {}

  /** Of a training on several datasets: the recipe of the first, the fingerprints of all. */
  static CheckpointNotes of(List<DatasetManifest> datasets, Map<String, Double> measures) {
    return of(datasets, terms(datasets), measures);
  }

  /**
   * Of a training that began with other weights.
   *
   * @param terms the strictest of the data's and those weights'
   */
  static CheckpointNotes of(
      List<DatasetManifest> datasets, UsageTerms terms, Map<String, Double> measures) {
    DatasetManifest first = datasets.get(0);
    SplitLeak leak =
        datasets.stream()
            .map(DatasetManifest::leak)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return new CheckpointNotes(
        WireJson.MAPPER.valueToTree(first.recipe()),
        fingerprint(datasets),
        measures,
        Map.of("mien", WorkerVersion.CURRENT),
        terms.licenceInWords(),
        leak == null ? null : WireJson.MAPPER.valueToTree(leak),
        WireJson.MAPPER.valueToTree(terms));
  }

  /** Rights follow the training data: the strictest of its terms. */
  static UsageTerms terms(List<DatasetManifest> datasets) {
    return UsageTerms.strictest(datasets.stream().map(DatasetManifest::terms).toList());
  }

  /** What the datasets are known by, one after another. */
  static String fingerprint(List<DatasetManifest> datasets) {
    return datasets.stream().map(DatasetManifest::fingerprint).collect(Collectors.joining("+"));
  }

  static CheckpointNotes of(DatasetManifest dataset, Map<String, Double> measures) {
    return of(List.of(dataset), measures);
  }
}
