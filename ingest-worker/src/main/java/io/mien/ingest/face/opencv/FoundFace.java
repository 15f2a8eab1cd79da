package io.mien.ingest.face.opencv;

import org.jspecify.annotations.Nullable;

/**
 * A face as a detector sees it.
 *
 * @param roll degrees clockwise, by the landmarks of the detector; null where it has none
 */
record FoundFace(Box box, @Nullable Double roll) {

  FoundFace(Box box) {
    this(box, null);
  }
}
