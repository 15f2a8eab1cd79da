package io.mien.store.dataset;

import io.mien.contracts.dataset.Split;
import org.jspecify.annotations.Nullable;

/** The files of a prepared dataset, relative to its prefix. */
public final class DatasetFiles {

  /** Describes the dataset and, being written last, makes it exist. */
  public static final String MANIFEST = "dataset.json";

  /** JSON lines, one {@code CropRecord} for each crop. */
  public static final String CROPS = "manifest.jsonl";

  /** JSON lines, one {@code Rejection} for each rejected file. */
  public static final String REJECTIONS = "rejections.jsonl";

  private DatasetFiles() {}

  /** {@code dataset.json} for the first fold, {@code dataset-fold-2.json} for the second. */
  public static String manifest(int fold) {
    return fold == 1 ? MANIFEST : "dataset-fold-%d.json".formatted(fold);
  }

  /**
   * {@code shards/train-00000.tar}, or {@code shards/fold-1-00000.tar} of a dataset with folds.
   *
   * @param fold null in a dataset without folds
   */
  public static String shard(Split split, @Nullable Integer fold, int number) {
    return "shards/%s-%05d.tar".formatted(fold == null ? split.wireName() : "fold-" + fold, number);
  }
}
