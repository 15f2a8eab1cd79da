package io.mien.contracts.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the reading of a dataset leaves to choose; see {@link Layouts} for the layouts that each
 * choice applies to.
 *
 * @param frames pictures taken of each sequence; when absent, what the layout takes by default
 * @param children whether pictures of minors are taken; excluded when absent
 * @param unlabelled whether pictures without an expression are taken, as crops without one;
 *     excluded when absent
 * @param partition whose parts the dataset is split into; the policy's when absent
 * @param folds number of folds of people, of which a run names the one that tests ({@link Folds});
 *     one split by the policy when absent
 * @param colour of the crops; that of the photos when absent
 * @param mostPerClass most crops of each expression and of each source, as a column {@code dataset}
 *     or {@code source} tells it; all when absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LayoutOptions(
    @Nullable Integer frames,
    @Nullable Inclusion children,
    @Nullable Inclusion unlabelled,
    @Nullable Partition partition,
    @Nullable Integer folds,
    @Nullable Colour colour,
    @Nullable Integer mostPerClass) {

  /** Nothing is chosen. */
  public static final LayoutOptions DEFAULTS =
      new LayoutOptions(null, null, null, null, null, null, null);

  /** Without folds. */
  public LayoutOptions(
      @Nullable Integer frames,
      @Nullable Inclusion children,
      @Nullable Inclusion unlabelled,
      @Nullable Partition partition) {
    this(frames, children, unlabelled, partition, null);
  }

  /** In colour, and all crops. */
  public LayoutOptions(
      @Nullable Integer frames,
      @Nullable Inclusion children,
      @Nullable Inclusion unlabelled,
      @Nullable Partition partition,
      @Nullable Integer folds) {
    this(frames, children, unlabelled, partition, folds, null, null);
  }
}
