package io.mien.cli.command;

import io.mien.contracts.dataset.Colour;
import io.mien.contracts.dataset.Inclusion;
import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Layouts;
import io.mien.contracts.dataset.Partition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the folder of a dataset is read. */
final class LayoutChoices {

  @Option(
      names = "--layout",
      defaultValue = Layouts.AUTO,
      completionCandidates = Names.class,
      description = "one of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private String layout = Layouts.AUTO;

  @Option(
      names = "--frames",
      paramLabel = "N",
      description =
          "pictures taken of each sequence: ck-plus 1 or 3 (3), mug an odd number up to 15 (5)")
  private @Nullable Integer frames;

  @Option(
      names = "--children",
      description = "take the pictures of minors too, which are left out otherwise (rafd)")
  private boolean children;

  @Option(
      names = "--unlabelled",
      description = "take pictures without an expression too, for what learns without labels")
  private boolean unlabelled;

  @Option(
      names = "--official-partition",
      description = "split as the dataset was published instead of by the preset's policy")
  private boolean official;

  @Option(
      names = "--folds",
      paramLabel = "K",
      description =
          "split people into K folds for a cross-validation; each run names the fold that tests")
  private @Nullable Integer folds;

  @Option(
      names = "--grey",
      description =
          "make grey crops, where colour would tell the dataset; photos are then grey too")
  private boolean grey;

  @Option(
      names = "--most-per-class",
      paramLabel = "N",
      description = "take at most N crops of each expression and source, people in turns")
  private @Nullable Integer mostPerClass;

  @Mixin private FaceChoices faces;

  /** All layouts, for the help. */
  static final class Names extends ArrayList<String> {

    private static final long serialVersionUID = 1L;

    Names() {
      super(List.of(Layouts.AUTO));
      addAll(Layouts.NAMES);
    }
  }

  String name() {
    return layout;
  }

  /**
   * What was chosen; null when nothing was.
   *
   * @throws io.mien.contracts.failure.InvalidInput when it does not apply to the layout, or there
   *     is no such detector
   */
  @Nullable LayoutOptions options() {
    LayoutOptions options =
        new LayoutOptions(
            frames,
            children ? Inclusion.INCLUDE : null,
            unlabelled ? Inclusion.INCLUDE : null,
            official ? Partition.OFFICIAL : null,
            folds,
            grey ? Colour.GREY : null,
            mostPerClass,
            faces.selection());
    Layouts.check(layout, options);
    return options.equals(LayoutOptions.DEFAULTS) ? null : options;
  }
}
