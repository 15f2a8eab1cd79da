package io.mien.contracts.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.terms.UsageTerms;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
 * @param leak set when the split is one of images: people are in several parts
 * @param terms on which the crops may be used; unknown in datasets of earlier versions
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
    UsageTerms terms) {

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
      int files,
      @Nullable SplitLeak leak,
      @Nullable UsageTerms terms) {
    this.name = name;
    this.fingerprint = fingerprint;
    this.labels = List.copyOf(labels);
    this.recipe = recipe;
    this.splitPolicy = splitPolicy;
    this.shards = List.copyOf(shards);
    this.crops = Map.copyOf(crops);
    this.subjects = Map.copyOf(subjects);
    this.rejections = Map.copyOf(rejections);
    this.files = files;
    this.leak = leak;
    this.terms = Objects.requireNonNullElse(terms, UsageTerms.UNKNOWN);
  }

  /** Of a subject-disjoint split, on terms that nobody stated. */
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
        null);
  }

  /**
   * One tar shard; every shard holds crops of one split only.
   *
   * @param name key relative to the dataset's prefix, for example {@code shards/train-00000.tar}
   */
  public record Shard(String name, Split split, int crops, long bytes, String sha256) {}
}
