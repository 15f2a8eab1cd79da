package io.mien.ingest.face.opencv;

import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_GRAY2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import io.mien.contracts.dataset.Colour;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.failure.InvalidInput;
import io.mien.ingest.face.FaceCrop;
import io.mien.ingest.face.FaceCropper;
import io.mien.ingest.image.PictureRefused;
import java.util.List;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/** Decodes, detects, straightens, crops and encodes with OpenCV. */
public final class OpenCvFaceCropper implements FaceCropper {

  private final PictureDecoder decoder;
  private final EyePair eyes = new EyePair();
  private final List<FaceDetector> detectors =
      List.of(new CascadeFaceDetector(eyes), new WholePicture());

  public OpenCvFaceCropper(PictureDecoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public FaceCrop crop(byte[] photo, CropRecipe recipe) {
    FaceDetector detector = detector(recipe);
    // Everything native that is made for this photo ends with it
    try (PointerScope scope = new PointerScope()) {
      PictureDecoder.Decoded picture = decoder.decode(photo);
      Box face = detector.find(picture.bgr()).orElseThrow(() -> noFace(picture));
      double roll = recipe.alignEyes() ? eyes.roll(picture.bgr(), face).orElse(0.0) : 0;
      Mat crop = coloured(CropWarp.crop(picture.bgr(), face, roll, recipe), recipe);
      double share = face.width() / Math.min(picture.bgr().cols(), picture.bgr().rows());
      return new FaceCrop(
          png(crop), inPhoto(face, roll, picture.reduction()), CropMeasures.of(crop, share));
    }
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
    detectors.forEach(FaceDetector::close);
    eyes.close();
  }

  private FaceDetector detector(CropRecipe recipe) {
    return detectors.stream()
        .filter(detector -> detector.name().equals(recipe.detector()))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    "unknown-detector",
                    "Cannot prepare faces with detector '%s': this ingest worker has %s."
                        .formatted(
                            recipe.detector(),
                            detectors.stream()
                                .map(FaceDetector::name)
                                .collect(Collectors.joining(" and ")))));
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

  private static byte[] png(Mat crop) {
    BytePointer encoded = new BytePointer();
    if (!imencode(".png", crop, encoded)) {
      throw new IllegalStateException("OpenCV cannot encode a PNG of " + crop.cols() + " pixels.");
    }
    byte[] png = new byte[(int) encoded.limit()];
    encoded.get(png);
    return png;
  }
}
