package io.mien.contracts.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code manifest.jsonl}, and the {@code <key>.json} beside each {@code <key>.png} of a
 * shard (WebDataset convention).
 *
 * @param key unique in the dataset; letters, digits, {@code -} and {@code _} only
 * @param shard key of the tar shard that holds the crop, relative to the dataset's prefix
 * @param source path of the picture relative to the dataset's root
 * @param subject the person; every source picture of unknown subject is a subject of its own
 * @param expression canonical label, or null for data without expressions
 * @param attributes further labels as read from the dataset
 * @param sha256 digest of the crop's PNG bytes
 * @param fold of the subject in a dataset with folds, whose split is that where fold 1 tests; else
 *     absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CropRecord(
    String key,
    String shard,
    String source,
    String subject,
    @Nullable String expression,
    Map<String, String> attributes,
    FaceBox box,
    CropQuality quality,
    Split split,
    String sha256,
    @Nullable Integer fold) {

  public CropRecord {
    attributes = Map.copyOf(attributes);
  }

  /** Of a dataset without folds. */
  public CropRecord(
      String key,
      String shard,
      String source,
      String subject,
      @Nullable String expression,
      Map<String, String> attributes,
      FaceBox box,
      CropQuality quality,
      Split split,
      String sha256) {
    this(key, shard, source, subject, expression, attributes, box, quality, split, sha256, null);
  }

  /** The same crop in another part. */
  public CropRecord in(Split part) {
    return new CropRecord(
        key, shard, source, subject, expression, attributes, box, quality, part, sha256, fold);
  }

  /**
   * The crop's label in a group of exclusive labels; empty when the dataset does not tell, or uses
   * a word that is not of the group.
   */
  public Optional<String> label(String group) {
    return switch (group) {
      case LabelGroups.EXPRESSION -> Optional.ofNullable(expression);
      case LabelGroups.POSE ->
          Optional.ofNullable(attributes.get(LabelGroups.POSE)).flatMap(Poses::canonical);
      default ->
          throw new IllegalArgumentException("'" + group + "' is no group of exclusive labels.");
    };
  }

  /** Whether an attribute holds for the crop; empty when the dataset does not tell. */
  public Optional<Boolean> holds(Attribute attribute) {
    return Optional.ofNullable(attributes.get(attribute.column())).flatMap(attribute::holds);
  }
}
