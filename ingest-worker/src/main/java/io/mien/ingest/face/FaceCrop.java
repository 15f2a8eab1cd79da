package io.mien.ingest.face;

import io.mien.contracts.dataset.CropQuality;
import io.mien.contracts.dataset.FaceBox;

/**
 * The crop of a face.
 *
 * @param png square picture of the recipe's size; the array is the caller's
 * @param box where the face was found in the photo
 */
@SuppressWarnings("ArrayRecordComponent")
public record FaceCrop(byte[] png, FaceBox box, CropQuality quality) {}
