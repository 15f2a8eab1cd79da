/** Faces found, straightened and cropped with OpenCV. */
@NullMarked
package io.mien.ingest.face.opencv;

import org.jspecify.annotations.NullMarked;
