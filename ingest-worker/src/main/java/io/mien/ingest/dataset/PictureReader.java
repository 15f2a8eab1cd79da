package io.mien.ingest.dataset;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.face.FaceCrop;
import io.mien.ingest.face.FaceCropper;
import io.mien.ingest.image.HeaderProbe;
import io.mien.ingest.image.ImageLimits;
import io.mien.ingest.image.PictureContent;
import io.mien.ingest.image.PictureRefused;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.Picture;
import io.mien.store.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes one file to its outcome. What the file is comes first and its label second: a text without
 * a label is no image rather than an image without a label. Thread-safe.
 *
 * @param spool directory for crops until they are packed
 */
record PictureReader(CropRecipe recipe, ImageLimits limits, Path spool) {

  /**
   * @param number of the picture in its part of the dataset
   */
  Outcome read(Picture picture, int number, FaceCropper cropper) {
    String digest = null;
    try {
      byte[] photo = bytes(picture.content());
      digest = Sha256.of(photo);
      if (picture.isUsable()) {
        FaceCrop crop = cropper.crop(photo, recipe);
        return keep(picture, digest, spool.resolve(number + ".png"), crop);
      }
      limits.check(HeaderProbe.probe(photo));
      return new Outcome.Refused(picture, digest, withoutExpression(picture));
    } catch (PictureRefused e) {
      Rejection rejection = new Rejection(picture.source(), e.code(), e.detail());
      return new Outcome.Refused(picture, digest, rejection);
    }
  }

  private byte[] bytes(PictureContent content) {
    try {
      limits.checkSize(content.size());
      return content.read();
    } catch (IOException e) {
      throw new PictureRefused(
          Rejection.Code.UNREADABLE, "the file cannot be read: " + e.getMessage());
    }
  }

  private static Outcome keep(Picture picture, String photo, Path png, FaceCrop crop) {
    try {
      Files.write(png, crop.png());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep the crop of " + picture.source(), e);
    }
    return new Outcome.Cropped(
        picture, photo, png, crop.box(), crop.quality(), Sha256.of(crop.png()));
  }

  static Rejection withoutExpression(Picture picture) {
    if (picture.label() instanceof Label.Unknown unknown) {
      return new Rejection(
          picture.source(),
          Rejection.Code.UNKNOWN_LABEL,
          "its label '%s' is none of the seven expressions".formatted(unknown.word()));
    }
    Label.Missing missing = (Label.Missing) picture.label();
    return new Rejection(picture.source(), Rejection.Code.NO_LABEL, missing.why());
  }
}
