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
 * @param faces which faces become crops, in any layout; its defaults when absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LayoutOptions(
    @Nullable Integer frames,
    @Nullable Inclusion children,
    @Nullable Inclusion unlabelled,
    @Nullable Partition partition,
    @Nullable Integer folds,
    @Nullable Colour colour,
    @Nullable Integer mostPerClass,
    @Nullable FaceSelection faces) {

  /** Nothing is chosen. */
  public static final LayoutOptions DEFAULTS = new LayoutOptions(null, null, null, null);

  /** In one split, in colour, all crops, with one face of each picture, of any quality. */
  public LayoutOptions(
      @Nullable Integer frames,
      @Nullable Inclusion children,
      @Nullable Inclusion unlabelled,
      @Nullable Partition partition) {
    this(frames, children, unlabelled, partition, null, null, null, null);
  }

  /** What was chosen of the faces, or the defaults. */
  public FaceSelection selection() {
    return faces == null ? FaceSelection.DEFAULTS : faces;
  }

  /** With these faces. */
  public LayoutOptions with(FaceSelection other) {
    return new LayoutOptions(
        frames, children, unlabelled, partition, folds, colour, mostPerClass, other);
  }

  /** With these folds. */
  public LayoutOptions withFolds(int number) {
    return new LayoutOptions(
        frames, children, unlabelled, partition, number, colour, mostPerClass, faces);
  }
}
