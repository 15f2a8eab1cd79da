package io.mien.contracts.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.object.PrefixRef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code dataset.json}: describes a prepared dataset and, being written last, makes it exist.
 *
 * @param fingerprint SHA-256 over the sorted SHA-256 digests of the lines of the crop manifest;
 *     equal content has an equal fingerprint
 * @param labels expression names in the canonical order that the dataset contains; networks index
 *     labels by this list
 * @param shards tar shards in reading order
 * @param crops number of crops for each split, then for each label
 * @param subjects number of subjects for each split
 * @param rejections number of rejected files for each reason code
 * @param faces what was found in each part of the source, by the first bits of the pictures' names'
 *     digest; absent in datasets of earlier versions
 * @param leak set when the split is one of images: people are in several parts
 * @param nearDuplicates crops that look nearly the same; absent from datasets of earlier versions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
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
    int files,
    @Nullable SplitLeak leak,
    @Nullable List<PrefixRef> faces,
    @Nullable NearDuplicates nearDuplicates) {

  public DatasetManifest {
    faces = faces == null ? null : List.copyOf(faces);
    labels = List.copyOf(labels);
    shards = List.copyOf(shards);
    crops = Map.copyOf(crops);
    subjects = Map.copyOf(subjects);
    rejections = Map.copyOf(rejections);
  }

  /** Of a subject-disjoint split, not searched for near-duplicates. */
  public DatasetManifest(
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
    this(
        name,
        fingerprint,
        labels,
        recipe,
        splitPolicy,
        shards,
        crops,
        subjects,
        rejections,
        files,
        null,
        null,
        null);
  }

  /**
   * One tar shard; every shard holds crops of one split only.
   *
   * @param name key relative to the dataset's prefix, for example {@code shards/train-00000.tar}
   */
  public record Shard(String name, Split split, int crops, long bytes, String sha256) {}
}
