package io.mien.contracts.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param dataset where the prepared dataset lies
 * @param contactSheet picture of sample crops and rejects, for a person
 * @param rejections JSON lines, one {@code Rejection} for each rejected file
 * @param folds the same dataset once for each fold as the test part, from fold 1, which is {@code
 *     dataset}; none in a dataset without folds
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DatasetPrepared(
    PrefixRef dataset,
    DatasetManifest summary,
    ObjectRef rejections,
    ObjectRef contactSheet,
    List<PrefixRef> folds)
    implements TaskResult {

  public DatasetPrepared(
      PrefixRef dataset,
      DatasetManifest summary,
      ObjectRef rejections,
      ObjectRef contactSheet,
      @Nullable List<PrefixRef> folds) {
    this.dataset = dataset;
    this.summary = summary;
    this.rejections = rejections;
    this.contactSheet = contactSheet;
    this.folds = folds == null ? List.of() : List.copyOf(folds);
  }

  /** Without folds. */
  public DatasetPrepared(
      PrefixRef dataset, DatasetManifest summary, ObjectRef rejections, ObjectRef contactSheet) {
    this(dataset, summary, rejections, contactSheet, List.of());
  }

  /**
   * The dataset where a fold tests.
   *
   * @param fold null, or any of a dataset without folds, for its only split
   */
  public PrefixRef where(@Nullable Integer fold) {
    return fold == null || folds.isEmpty() ? dataset : folds.get(fold - 1);
  }
}
