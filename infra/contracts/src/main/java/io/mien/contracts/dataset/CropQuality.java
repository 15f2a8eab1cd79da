package io.mien.contracts.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Measures of a crop.
 *
 * @param sharpness variance of the Laplacian of the grey crop (values 0 to 255)
 * @param brightness mean of the grey crop, 0 to 255
 * @param faceShare side of the face box as a share of the shorter side of the source picture
 * @param saturation mean saturation (HSV) of the crop, 0 for grey to 1; absent in crops of earlier
 *     versions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CropQuality(
    double sharpness, double brightness, double faceShare, @Nullable Double saturation) {

  /** Of an earlier version. */
  public CropQuality(double sharpness, double brightness, double faceShare) {
    this(sharpness, brightness, faceShare, null);
  }
}
