package io.mien.ingest.face;

import io.mien.contracts.dataset.CropRecipe;

/**
 * Finds the face of a photo and crops it. Not thread-safe: every thread has its own, and closes it.
 */
public interface FaceCropper extends AutoCloseable {

  /**
   * The same bytes and recipe always give the same crop.
   *
   * @param photo the bytes of a file
   * @throws io.mien.ingest.image.PictureRefused when the photo cannot be decoded or shows no face
   */
  FaceCrop crop(byte[] photo, CropRecipe recipe);

  @Override
  void close();
}
