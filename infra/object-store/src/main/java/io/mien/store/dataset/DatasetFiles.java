package io.mien.store.dataset;

import io.mien.contracts.dataset.Split;

/** The files of a prepared dataset, relative to its prefix. */
public final class DatasetFiles {

  /** Describes the dataset and, being written last, makes it exist. */
  public static final String MANIFEST = "dataset.json";

  /** JSON lines, one {@code CropRecord} for each crop. */
  public static final String CROPS = "manifest.jsonl";

  /** JSON lines, one {@code Rejection} for each rejected file. */
  public static final String REJECTIONS = "rejections.jsonl";

  private DatasetFiles() {}

  /** {@code shards/train-00000.tar}. */
  public static String shard(Split split, int number) {
    return "shards/%s-%05d.tar".formatted(split.wireName(), number);
  }
}
