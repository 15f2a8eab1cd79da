package io.mien.ingest.face.opencv;

import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_GRAY2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import io.mien.contracts.dataset.Colour;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.face.FaceCrop;
import io.mien.ingest.face.FaceCropper;
import io.mien.ingest.image.PictureRefused;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/** Decodes, detects, straightens, crops and encodes with OpenCV. */
public final class OpenCvFaceCropper implements FaceCropper {

  private final PictureDecoder decoder;
  private final EyePair eyes = new EyePair();
  private final DetectorSet detectors;

  /** Without YuNet. */
  public OpenCvFaceCropper(PictureDecoder decoder) {
    this(decoder, Optional.empty());
  }

  public OpenCvFaceCropper(PictureDecoder decoder, Optional<YunetModel> yunet) {
    this.decoder = decoder;
    this.detectors = new DetectorSet(eyes, yunet);
  }

  @Override
  public List<FaceCrop> crops(byte[] photo, CropRecipe recipe, FaceChoice choice) {
    FaceDetector detector = detectors.of(recipe);
    // Everything native that is made for this photo ends with it
    try (PointerScope scope = new PointerScope()) {
      PictureDecoder.Decoded picture = decoder.decode(photo);
      Mat bgr = picture.bgr();
      List<FoundFace> faces = detector.find(bgr);
      if (faces.isEmpty()) {
        throw noFace(picture);
      }
      return ChosenFaces.of(faces, choice, bgr.cols(), bgr.rows()).stream()
          .map(face -> crop(picture, face, recipe, detector))
          .toList();
    }
  }

  private FaceCrop crop(
      PictureDecoder.Decoded picture, FoundFace face, CropRecipe recipe, FaceDetector detector) {
    Mat bgr = picture.bgr();
    Box box = face.box();
    double roll = recipe.alignEyes() ? roll(bgr, face) : 0;
    Mat crop = coloured(detector.cut(bgr, box, roll, recipe), recipe);
    Mat measured =
        recipe.size() == CropMeasures.SIDE
            ? crop
            : coloured(detector.cut(bgr, box, roll, recipe.withSize(CropMeasures.SIDE)), recipe);
    double share = box.width() / Math.min(bgr.cols(), bgr.rows());
    double pixels = Math.max(box.width(), box.height()) * picture.reduction();
    return new FaceCrop(
        EncodedPng.of(crop),
        inPhoto(box, roll, picture.reduction()),
        CropMeasures.of(crop, measured, share, pixels),
        Placement.of(box, roll, recipe, picture.reduction()));
  }

  private double roll(Mat bgr, FoundFace face) {
    Double told = face.roll();
    return told == null ? eyes.roll(bgr, face.box()).orElse(0.0) : told;
  }

  private static Mat coloured(Mat crop, CropRecipe recipe) {
    if (recipe.colour() == Colour.GREY) {
      Mat grey = new Mat();
      cvtColor(crop, grey, COLOR_BGR2GRAY);
      cvtColor(grey, crop, COLOR_GRAY2BGR);
    }
    return crop;
  }

  @Override
  public void close() {
    detectors.close();
    eyes.close();
  }

  private static PictureRefused noFace(PictureDecoder.Decoded picture) {
    return new PictureRefused(
        Rejection.Code.NO_FACE,
        "no face was found in %dx%d"
            .formatted(
                picture.bgr().cols() * picture.reduction(),
                picture.bgr().rows() * picture.reduction()));
  }

  private static FaceBox inPhoto(Box face, double roll, int reduction) {
    return new FaceBox(
        tenths(face.x() * reduction),
        tenths(face.y() * reduction),
        tenths(face.width() * reduction),
        tenths(face.height() * reduction),
        tenths(roll));
  }

  private static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
