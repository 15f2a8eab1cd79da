package io.mien.ingest.face.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_16U;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.bitwise_not;
import static org.bytedeco.opencv.global.opencv_core.merge;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_core.split;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_GRAY2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;

/** Brings whatever was decoded to 8 bits of blue, green and red. */
final class OpaquePixels {

  private static final double SIXTEEN_TO_EIGHT_BITS = 1 / 257.0;
  private static final int ALPHA = 3;

  private OpaquePixels() {}

  static Mat of(Mat decoded) {
    Mat pixels = decoded;
    if (decoded.depth() == CV_16U) {
      pixels = new Mat();
      decoded.convertTo(pixels, CV_8U, SIXTEEN_TO_EIGHT_BITS, 0);
    }
    return switch (pixels.channels()) {
      case 1 -> fromGrey(pixels);
      case 4 -> onWhite(pixels);
      default -> pixels;
    };
  }

  private static Mat fromGrey(Mat grey) {
    Mat bgr = new Mat();
    cvtColor(grey, bgr, COLOR_GRAY2BGR);
    return bgr;
  }

  /** white − (white − colour) · alpha */
  private static Mat onWhite(Mat bgra) {
    MatVector channels = new MatVector();
    split(bgra, channels);
    Mat alpha = channels.get(ALPHA);
    Mat[] colours = new Mat[ALPHA];
    for (int i = 0; i < ALPHA; i++) {
      Mat dark = new Mat();
      bitwise_not(channels.get(i), dark);
      Mat shown = new Mat();
      multiply(dark, alpha, shown, 1 / 255.0, -1);
      colours[i] = new Mat();
      bitwise_not(shown, colours[i]);
    }
    Mat bgr = new Mat();
    merge(new MatVector(colours), bgr);
    return bgr;
  }
}
