package io.mien.contracts.dataset;

import java.util.List;
import java.util.Map;

/**
 * {@code dataset.json}: describes a prepared dataset and, being written last, makes it exist.
 *
 * @param fingerprint SHA-256 over the sorted lines of the crop manifest; equal content has an equal
 *     fingerprint
 * @param labels expression names in the canonical order that the dataset contains; networks index
 *     labels by this list
 * @param shards tar shards in reading order
 * @param crops number of crops for each split, then for each label
 * @param subjects number of subjects for each split
 * @param rejections number of rejected files for each reason code
 */
public record DatasetManifest(
    String name,
    String fingerprint,
    List<String> labels,
    CropRecipe recipe,
    SplitPolicy splitPolicy,
    List<Shard> shards,
    Map<Split, Map<String, Integer>> crops,
    Map<Split, Integer> subjects,
    Map<Rejection.Code, Integer> rejections,
    int files) {

  public DatasetManifest {
    labels = List.copyOf(labels);
    shards = List.copyOf(shards);
    crops = Map.copyOf(crops);
    subjects = Map.copyOf(subjects);
    rejections = Map.copyOf(rejections);
  }

  /**
   * One tar shard; every shard holds crops of one split only.
   *
   * @param name key relative to the dataset's prefix, for example {@code shards/train-00000.tar}
   */
  public record Shard(String name, Split split, int crops, long bytes, String sha256) {}
}
