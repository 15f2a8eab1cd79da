package io.mien.ingest.dataset;

import io.mien.contracts.dataset.CropQuality;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.layout.Picture;
import io.mien.ingest.pack.CropKeys;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What became of a picture: a crop or a rejection, never nothing. */
sealed interface Outcome {

  /** For the next step. */
  FoundPicture found();

  /**
   * @param photo SHA-256 of the picture's bytes
   * @param png where the crop lies
   * @param sha256 of the crop
   */
  record Cropped(
      Picture picture, String photo, Path png, FaceBox box, CropQuality quality, String sha256)
      implements Outcome {

    FoundPicture.Face face() {
      return new FoundPicture.Face(CropKeys.of(picture.source()), box, quality, sha256);
    }

    @Override
    public FoundPicture found() {
      return new FoundPicture(
          picture.source(),
          picture.subject(),
          picture.expression(),
          picture.attributes(),
          photo,
          face(),
          null);
    }
  }

  /**
   * @param photo SHA-256 of the picture's bytes; null when they could not be read
   */
  record Refused(Picture picture, @Nullable String photo, Rejection rejection) implements Outcome {

    @Override
    public FoundPicture found() {
      return new FoundPicture(
          picture.source(),
          picture.subject(),
          picture.expression(),
          picture.attributes(),
          photo,
          null,
          rejection);
    }
  }
}
