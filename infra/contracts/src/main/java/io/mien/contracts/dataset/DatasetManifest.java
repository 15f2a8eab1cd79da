package io.mien.contracts.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.terms.UsageTerms;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code dataset.json}: describes a prepared dataset and, being written last, makes it exist.
 *
 * @param fingerprint SHA-256 over the sorted SHA-256 digests of the lines of the crop manifest;
 *     equal content has an equal fingerprint; of each fold's manifest another one
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
 * @param fold which of the policy's folds is the test part here: a dataset with folds has a
 *     manifest for each, over the same shards; absent in one without
 * @param terms on which the crops may be used; unknown in datasets of earlier versions
 * @param balance what the expressions go together with; absent in datasets of earlier versions
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
    @Nullable NearDuplicates nearDuplicates,
    @Nullable Integer fold,
    UsageTerms terms,
    @Nullable LabelBalance balance) {

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
      @Nullable List<PrefixRef> faces,
      @Nullable NearDuplicates nearDuplicates,
      @Nullable Integer fold,
      @Nullable UsageTerms terms,
      @Nullable LabelBalance balance) {
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
    this.faces = faces == null ? null : List.copyOf(faces);
    this.nearDuplicates = nearDuplicates;
    this.fold = fold;
    this.terms = Objects.requireNonNullElse(terms, UsageTerms.UNKNOWN);
    this.balance = balance;
  }

  /** Of a subject-disjoint split, not searched for near-duplicates, on terms that nobody stated. */
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
        null,
        null,
        null,
        null);
  }

  /** The part of a crop as this manifest has it. */
  public Split partOf(CropRecord crop) {
    return fold == null || crop.fold() == null
        ? crop.split()
        : Folds.part(crop.fold(), fold, Objects.requireNonNull(splitPolicy.folds()));
  }

  /**
   * One tar shard; every shard holds crops of one split only, and of one fold.
   *
   * @param name key relative to the dataset's prefix, for example {@code shards/train-00000.tar}
   * @param fold of its crops; absent in a dataset without folds
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Shard(
      String name, Split split, int crops, long bytes, String sha256, @Nullable Integer fold) {

    /** Of a dataset without folds. */
    public Shard(String name, Split split, int crops, long bytes, String sha256) {
      this(name, split, crops, bytes, sha256, null);
    }

    /** The same shard in another part. */
    public Shard in(Split part) {
      return new Shard(name, part, crops, bytes, sha256, fold);
    }
  }
}
