package io.mien.contracts.dataset;

import io.mien.contracts.failure.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of the layouts that datasets are read in, and the options that each of them takes. */
public final class Layouts {

  /** The layout that the files look like. */
  public static final String AUTO = "auto";

  public static final String HUGGING_FACE = "hugging-face";
  public static final String CSV_LEGEND = "csv-legend";
  public static final String CK_PLUS = "ck-plus";
  public static final String CK_PLUS_48 = "ck-plus-48";
  public static final String KDEF = "kdef";
  public static final String MUG = "mug";
  public static final String RAFD = "rafd";
  public static final String JAFFE = "jaffe";
  public static final String CELEBA = "celeba";
  public static final String FER2013 = "fer2013";
  public static final String AFFECTNET = "affectnet";
  public static final String RAF_DB = "raf-db";
  public static final String IMAGE_FOLDER = "image-folder";

  /** In the order in which {@link #AUTO} looks for them. */
  public static final List<String> NAMES =
      List.of(
          HUGGING_FACE,
          CSV_LEGEND,
          CK_PLUS,
          CK_PLUS_48,
          KDEF,
          MUG,
          RAFD,
          JAFFE,
          CELEBA,
          FER2013,
          AFFECTNET,
          RAF_DB,
          IMAGE_FOLDER);

  /** How many frames of a sequence can be asked for. */
  private static final Map<String, List<Integer>> FRAMES =
      Map.of(CK_PLUS, List.of(1, 3), MUG, List.of(1, 3, 5, 7, 9, 11, 13, 15));

  private static final Set<String> WITH_CHILDREN = Set.of(RAFD);

  private static final Set<String> PUBLISHED_IN_PARTS =
      Set.of(HUGGING_FACE, CSV_LEGEND, CELEBA, FER2013, AFFECTNET, RAF_DB, IMAGE_FOLDER);

  private Layouts() {}

  /**
   * Checks that there is such a layout and that what was chosen applies to it; with {@link #AUTO}
   * that is not known before the files are seen.
   *
   * @throws InvalidInput {@code dataset-layout-unknown}, {@code layout-option-not-applicable} or
   *     {@code unknown-detector}
   */
  public static void check(String layout, LayoutOptions options) {
    String detector = options.selection().detector();
    if (detector != null) {
      Detectors.check(detector);
    }
    if (options.folds() != null) {
      requireFolds(options.folds(), options.partition());
    }
    if (options.mostPerClass() != null && options.mostPerClass() < 1) {
      throw new InvalidInput(
          "layout-option-not-applicable",
          "Take %d crops of each class: take 1 or more.".formatted(options.mostPerClass()));
    }
    if (layout.equals(AUTO)) {
      return;
    }
    if (!NAMES.contains(layout)) {
      throw new InvalidInput(
          "dataset-layout-unknown",
          "There is no layout '%s'; choose %s or one of %s."
              .formatted(layout, AUTO, String.join(", ", NAMES)));
    }
    if (options.frames() != null) {
      requireFrames(layout, options.frames());
    }
    if (options.children() != null && !WITH_CHILDREN.contains(layout)) {
      throw notApplicable(layout, "children", "tell which pictures show children");
    }
    if (options.partition() == Partition.OFFICIAL && !PUBLISHED_IN_PARTS.contains(layout)) {
      throw notApplicable(layout, "partition", "come in official parts");
    }
  }

  private static void requireFolds(int folds, @Nullable Partition partition) {
    if (folds < Folds.FEWEST || folds > Folds.MOST) {
      throw new InvalidInput(
          "layout-option-not-applicable",
          "Split people into %d folds: choose %d to %d."
              .formatted(folds, Folds.FEWEST, Folds.MOST));
    }
    if (partition == Partition.OFFICIAL) {
      throw new InvalidInput(
          "layout-option-not-applicable",
          "Split people into %d folds and by the official partition: choose one of the two."
              .formatted(folds));
    }
  }

  private static void requireFrames(String layout, int frames) {
    List<Integer> choices = FRAMES.getOrDefault(layout, List.of());
    if (choices.isEmpty()) {
      throw notApplicable(layout, "frames", "have sequences of frames");
    }
    if (!choices.contains(frames)) {
      throw new InvalidInput(
          "layout-option-not-applicable",
          "Take %d frames of each sequence of a dataset of layout %s: choose one of %s."
              .formatted(frames, layout, choices));
    }
  }

  private static InvalidInput notApplicable(String layout, String option, String what) {
    return new InvalidInput(
        "layout-option-not-applicable",
        "Read a dataset of layout %s with the option '%s': such datasets do not %s. Leave it out."
            .formatted(layout, option, what));
  }
}
