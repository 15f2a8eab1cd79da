package io.mien.ingest.dataset;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.FaceSelection;
import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.face.FaceCrop;
import io.mien.ingest.face.FaceCropper;
import io.mien.ingest.face.QualityCheck;
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
import java.util.ArrayList;
import java.util.List;

/**
 * Takes one file to its outcome. What the file is comes first and its label second: a text without
 * a label is no image rather than an image without a label. Thread-safe.
 *
 * @param selection which of its faces become crops
 * @param spool directory for crops until they are packed
 */
record PictureReader(CropRecipe recipe, FaceSelection selection, ImageLimits limits, Path spool) {

  /**
   * One outcome, or one for each face if all are taken.
   *
   * @param number of the picture in its part of the dataset
   */
  List<Outcome> read(Picture picture, int number, FaceCropper cropper) {
    String digest = null;
    try {
      byte[] photo = bytes(picture.content());
      digest = Sha256.of(photo);
      if (picture.isUsable()) {
        List<FaceCrop> crops = cropper.crops(photo, recipe, selection.choice());
        return faces(picture, digest, number, crops);
      }
      limits.check(HeaderProbe.probe(photo));
      return List.of(new Outcome.Refused(picture, digest, withoutExpression(picture)));
    } catch (PictureRefused e) {
      Rejection rejection = new Rejection(picture.source(), e.code(), e.detail());
      return List.of(new Outcome.Refused(picture, digest, rejection));
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

  private List<Outcome> faces(Picture picture, String photo, int place, List<FaceCrop> crops) {
    List<Outcome> faces = new ArrayList<>();
    QualityCheck check = new QualityCheck(selection.limits());
    for (FaceCrop crop : crops) {
      int number = faces.size() + 1;
      try {
        check.check(crop);
        faces.add(keep(picture, photo, number, spool.resolve(place + "-" + number + ".png"), crop));
      } catch (PictureRefused e) {
        String which = crops.size() == 1 ? "" : "face %d of %d: ".formatted(number, crops.size());
        Rejection rejection = new Rejection(picture.source(), e.code(), which + e.detail());
        faces.add(new Outcome.Refused(picture, photo, rejection));
      }
    }
    return faces;
  }

  private static Outcome keep(Picture picture, String photo, int number, Path png, FaceCrop crop) {
    try {
      Files.write(png, crop.png());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep the crop of " + picture.source(), e);
    }
    return new Outcome.Cropped(
        picture, photo, number, png, crop.box(), crop.quality(), Sha256.of(crop.png()));
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
