package io.mien.cli.command;

import io.mien.contracts.dataset.Detectors;
import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.dataset.FaceSelection;
import io.mien.contracts.dataset.NearDuplicatePolicy;
import io.mien.contracts.dataset.QualityLimits;
import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Which faces of a dataset become crops. */
final class FaceChoices {

  @Option(
      names = "--detector",
      completionCandidates = DetectorNames.class,
      description = "one of ${COMPLETION-CANDIDATES} (default: the preset's)")
  private @Nullable String detector;

  @Option(
      names = "--faces",
      completionCandidates = ChoiceNames.class,
      converter = ChoiceConverter.class,
      description =
          "of several faces of a picture one of ${COMPLETION-CANDIDATES} (default: prominent)")
  private @Nullable FaceChoice choice;

  @Option(
      names = "--min-face",
      paramLabel = "PIXELS",
      description = "reject smaller faces, by the longer side of the face in the picture")
  private @Nullable Double minFace;

  @Option(
      names = "--min-sharpness",
      paramLabel = "N",
      description = "reject blurred faces: variance of the Laplacian at 128 pixels")
  private @Nullable Double minSharpness;

  @Option(
      names = "--min-brightness",
      paramLabel = "N",
      description = "reject dark faces: mean of the grey crop, 0 to 255")
  private @Nullable Double minBrightness;

  @Option(names = "--max-brightness", paramLabel = "N", description = "reject bright faces")
  private @Nullable Double maxBrightness;

  @Option(
      names = "--max-clipped",
      paramLabel = "SHARE",
      description = "reject faces of which more is black or white, 0 to 1")
  private @Nullable Double maxClipped;

  @Option(
      names = "--max-roll",
      paramLabel = "DEGREES",
      description = "reject heads that are tilted more to either side")
  private @Nullable Double maxRoll;

  @Option(
      names = "--reject-near-duplicates",
      description = "keep only the first of faces that look nearly the same")
  private boolean rejectNearDuplicates;

  /** All detectors, for the help. */
  static final class DetectorNames extends ArrayList<String> {

    private static final long serialVersionUID = 1L;

    DetectorNames() {
      super(Detectors.NAMES);
    }
  }

  /** All choices, for the help. */
  static final class ChoiceNames extends ArrayList<String> {

    private static final long serialVersionUID = 1L;

    ChoiceNames() {
      super(Arrays.stream(FaceChoice.values()).map(FaceChoice::wireName).toList());
    }
  }

  /** Reads {@code largest}. */
  static final class ChoiceConverter implements ITypeConverter<FaceChoice> {

    @Override
    public FaceChoice convert(String word) {
      return Arrays.stream(FaceChoice.values())
          .filter(choice -> choice.wireName().equals(word))
          .findFirst()
          .orElseThrow(
              () -> new IllegalArgumentException("choose one of " + new ChoiceNames() + "."));
    }
  }

  /** What was chosen; null when nothing was. */
  @Nullable FaceSelection selection() {
    FaceSelection selection =
        new FaceSelection(
            detector,
            choice,
            new QualityLimits(
                minFace, minSharpness, minBrightness, maxBrightness, maxClipped, maxRoll),
            rejectNearDuplicates ? NearDuplicatePolicy.REJECT : null);
    return selection.equals(FaceSelection.DEFAULTS) ? null : selection;
  }
}
