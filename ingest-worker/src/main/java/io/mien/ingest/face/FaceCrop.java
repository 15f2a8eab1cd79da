package io.mien.ingest.face;

import io.mien.contracts.dataset.CropQuality;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.picture.CropPlacement;
import org.jspecify.annotations.Nullable;

/**
 * The crop of a face.
 *
 * @param png square picture of the recipe's size; the array is the caller's
 * @param box where the face was found in the photo
 * @param placement of the crop in the upright photo; null for a crop of an earlier ingest
 */
@SuppressWarnings("ArrayRecordComponent")
public record FaceCrop(
    byte[] png, FaceBox box, CropQuality quality, @Nullable CropPlacement placement) {

  /** Of an earlier ingest, which did not say where it was cut. */
  public FaceCrop(byte[] png, FaceBox box, CropQuality quality) {
    this(png, box, quality, null);
  }
}
