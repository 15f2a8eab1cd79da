package io.mien.contracts.picture;

import io.mien.contracts.object.ObjectRef;

/**
 * A photo that a crop goes back into.
 *
 * @param image lossless PNG in the photo's own resolution, upright by EXIF
 * @param placement of the crop in it
 */
public record UprightPhoto(ObjectRef image, CropPlacement placement) {}
