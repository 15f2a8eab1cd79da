package io.mien.ingest.face;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.FaceChoice;
import java.util.List;

/**
 * Finds the faces of a photo and crops them. Not thread-safe: every thread has its own, and closes
 * it.
 */
public interface FaceCropper extends AutoCloseable {

  /**
   * The faces of the choice, the most prominent first; one unless all were asked for. The same
   * bytes, recipe and choice always give the same crops.
   *
   * @param photo the bytes of a file
   * @throws io.mien.ingest.image.PictureRefused when the photo cannot be decoded, shows no face, or
   *     several where a single one was asked for
   * @throws io.mien.contracts.failure.InvalidInput {@code unknown-detector}, {@code
   *     detector-not-available} or {@code recipe-not-applicable}
   */
  List<FaceCrop> crops(byte[] photo, CropRecipe recipe, FaceChoice choice);

  /** The most prominent face. */
  default FaceCrop crop(byte[] photo, CropRecipe recipe) {
    return crops(photo, recipe, FaceChoice.PROMINENT).get(0);
  }

  @Override
  void close();
}
