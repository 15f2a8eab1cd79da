package io.mien.contracts.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Crops beyond one of these are rejected, with the reason code named here, the measure and the
 * limit; nothing is rejected for what is absent. The measures are those of {@link CropQuality}.
 *
 * @param minFacePixels smallest longer side of the face in the source picture, {@code
 *     FACE_TOO_SMALL}
 * @param minSharpness least {@link CropQuality#sharpnessAt128}, {@code TOO_BLURRED}
 * @param minBrightness 0 to 255, {@code TOO_DARK}
 * @param maxBrightness 0 to 255, {@code TOO_BRIGHT}
 * @param maxClipped 0 to 1, {@code CLIPPED}
 * @param maxRollDegrees to either side, {@code TOO_TILTED}; judges only what the eyes tell
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QualityLimits(
    @Nullable Double minFacePixels,
    @Nullable Double minSharpness,
    @Nullable Double minBrightness,
    @Nullable Double maxBrightness,
    @Nullable Double maxClipped,
    @Nullable Double maxRollDegrees) {

  /** Nothing is rejected. */
  public static final QualityLimits NONE = new QualityLimits(null, null, null, null, null, null);

  private static final double WHITE = 255;

  public QualityLimits {
    requireRange("minFacePixels", minFacePixels, Double.MAX_VALUE);
    requireRange("minSharpness", minSharpness, Double.MAX_VALUE);
    requireRange("minBrightness", minBrightness, WHITE);
    requireRange("maxBrightness", maxBrightness, WHITE);
    requireRange("maxClipped", maxClipped, 1);
    requireRange("maxRollDegrees", maxRollDegrees, 180);
  }

  private static void requireRange(String name, @Nullable Double value, double most) {
    if (value != null && !(value >= 0 && value <= most)) {
      String range = most == Double.MAX_VALUE ? "0 or more" : "0 to " + (int) most;
      throw new IllegalArgumentException(name + " is " + value + "; choose " + range + ".");
    }
  }
}
