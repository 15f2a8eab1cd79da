package io.mien.contracts.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which faces of a dataset become crops.
 *
 * @param detector one of {@link Detectors#NAMES}; the preset's when absent
 * @param choice among several faces of a picture; {@link FaceChoice#PROMINENT} when absent
 * @param limits of quality; none when absent
 * @param nearDuplicates {@link NearDuplicatePolicy#REPORT} when absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaceSelection(
    @Nullable String detector,
    FaceChoice choice,
    QualityLimits limits,
    NearDuplicatePolicy nearDuplicates) {

  /** The preset's detector, one face of each picture, of any quality. */
  public static final FaceSelection DEFAULTS = new FaceSelection(null, null, null, null);

  public FaceSelection(
      @Nullable String detector,
      @Nullable FaceChoice choice,
      @Nullable QualityLimits limits,
      @Nullable NearDuplicatePolicy nearDuplicates) {
    this.detector = detector;
    this.choice = Objects.requireNonNullElse(choice, FaceChoice.PROMINENT);
    this.limits = Objects.requireNonNullElse(limits, QualityLimits.NONE);
    this.nearDuplicates = Objects.requireNonNullElse(nearDuplicates, NearDuplicatePolicy.REPORT);
  }

  /** One face of each picture, of any quality. */
  public FaceSelection(FaceChoice choice) {
    this(null, choice, null, null);
  }
}
