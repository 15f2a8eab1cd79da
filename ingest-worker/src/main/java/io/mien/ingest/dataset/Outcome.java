package io.mien.ingest.dataset;

import io.mien.contracts.dataset.CropQuality;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.layout.Picture;
import java.nio.file.Path;

/** What became of a file of the dataset: a crop or a rejection, never nothing. */
sealed interface Outcome {

  /**
   * @param png where the crop lies until it is packed
   * @param sha256 of the crop
   */
  record Cropped(Picture picture, Path png, FaceBox box, CropQuality quality, String sha256)
      implements Outcome {}

  record Refused(Rejection rejection) implements Outcome {}
}
