package io.mien.contracts.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Measures of a crop. Those of the crop as it is depend on its size; the others are taken at 128
 * pixels, whatever the recipe's size, so that one limit suits every recipe. Crops of earlier
 * versions lack what is nullable.
 *
 * @param sharpness variance of the Laplacian of the grey crop (values 0 to 255)
 * @param brightness mean of the grey crop, 0 to 255
 * @param faceShare side of the face box as a share of the shorter side of the source picture
 * @param facePixels longer side of the face box in pixels of the source picture
 * @param sharpnessAt128 variance of the Laplacian of the same cut at 128 pixels
 * @param clipped share of its pixels that are nearly black (5 or less) or white (250 or more)
 * @param perceptualHash 64 bits of its lowest frequencies as 16 hexadecimal digits; crops that look
 *     the same differ in few of them
 * @param saturation mean saturation (HSV) of the crop, 0 for grey to 1; absent in crops of earlier
 *     versions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CropQuality(
    double sharpness,
    double brightness,
    double faceShare,
    @Nullable Double facePixels,
    @Nullable Double sharpnessAt128,
    @Nullable Double clipped,
    @Nullable String perceptualHash,
    @Nullable Double saturation) {

  /** As earlier versions measured. */
  public CropQuality(double sharpness, double brightness, double faceShare) {
    this(sharpness, brightness, faceShare, null, null, null, null, null);
  }
}
