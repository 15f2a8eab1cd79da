package io.mien.ingest.face;

/** Makes croppers, one for each thread. Thread-safe. */
@FunctionalInterface
public interface FaceCroppers {

  FaceCropper open();
}
