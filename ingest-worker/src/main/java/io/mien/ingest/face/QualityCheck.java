package io.mien.ingest.face;

import io.mien.contracts.dataset.CropQuality;
import io.mien.contracts.dataset.QualityLimits;
import io.mien.contracts.dataset.Rejection.Code;
import io.mien.ingest.image.PictureRefused;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Refuses crops beyond the limits of a dataset, with the measure and the limit. */
public record QualityCheck(QualityLimits limits) {

  /**
   * @throws PictureRefused for the first limit that the crop is beyond, in the order of the limits
   */
  public void check(FaceCrop crop) {
    CropQuality quality = crop.quality();
    double roll = Math.abs(crop.box().rollDegrees());
    least(
        Code.FACE_TOO_SMALL,
        "the face is %s pixels wide",
        quality.facePixels(),
        limits.minFacePixels());
    least(Code.TOO_BLURRED, "its sharpness is %s", quality.sharpnessAt128(), limits.minSharpness());
    least(Code.TOO_DARK, "its brightness is %s", quality.brightness(), limits.minBrightness());
    most(Code.TOO_BRIGHT, "its brightness is %s", quality.brightness(), limits.maxBrightness());
    most(
        Code.CLIPPED, "the share of black and white is %s", quality.clipped(), limits.maxClipped());
    most(Code.TOO_TILTED, "the head is tilted by %s degrees", roll, limits.maxRollDegrees());
  }

  private static void least(
      Code code, String what, @Nullable Double value, @Nullable Double limit) {
    if (limit != null && Objects.requireNonNull(value) < limit) {
      throw new PictureRefused(
          code, what.formatted(shown(value)) + ", less than the limit of " + shown(limit));
    }
  }

  private static void most(Code code, String what, @Nullable Double value, @Nullable Double limit) {
    if (limit != null && Objects.requireNonNull(value) > limit) {
      throw new PictureRefused(
          code, what.formatted(shown(value)) + ", more than the limit of " + shown(limit));
    }
  }

  /** Up to three decimals, without trailing zeros. */
  private static String shown(double value) {
    String shown = String.format(Locale.ROOT, "%.3f", value);
    return shown.replaceAll("\\.?0+$", "");
  }
}
