package io.mien.ingest.face.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;
import static org.bytedeco.opencv.global.opencv_core.mean;
import static org.bytedeco.opencv.global.opencv_core.meanStdDev;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2HSV;
import static org.bytedeco.opencv.global.opencv_imgproc.Laplacian;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY_INV;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import io.mien.contracts.dataset.CropQuality;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Measures a crop; rounded, so that records stay readable. */
final class CropMeasures {

  /** Pixels of the side at which measures are comparable between recipes. */
  static final int SIDE = 128;

  private static final double NEARLY_BLACK = 5;
  private static final double NEARLY_WHITE = 250;

  private CropMeasures() {}

  /**
   * @param crop of the recipe's size
   * @param fixed the same cut at {@link #SIDE} pixels
   * @param faceShare side of the face as a share of the picture's shorter side
   * @param facePixels longer side of the face in the photo
   */
  static CropQuality of(Mat crop, Mat fixed, double faceShare, double facePixels) {
    Mat grey = grey(crop);
    Mat fixedGrey = grey(fixed);
    return new CropQuality(
        rounded(sharpness(grey), 10),
        rounded(mean(grey).get(0), 10),
        rounded(faceShare, 1000),
        rounded(facePixels, 10),
        rounded(sharpness(fixedGrey), 10),
        rounded(clipped(fixedGrey), 1000),
        PerceptualHash.of(fixedGrey),
        rounded(saturation(crop), 1000));
  }

  private static Mat grey(Mat bgr) {
    Mat grey = new Mat();
    cvtColor(bgr, grey, COLOR_BGR2GRAY);
    return grey;
  }

  /** Variance of the Laplacian (Pech-Pacheco et al., ICPR 2000): low where nothing is sharp. */
  private static double sharpness(Mat grey) {
    Mat edges = new Mat();
    Laplacian(grey, edges, CV_64F);
    Mat average = new Mat();
    Mat deviation = new Mat();
    meanStdDev(edges, average, deviation);
    try (DoubleIndexer values = deviation.createIndexer()) {
      return values.get(0) * values.get(0);
    }
  }

  private static double saturation(Mat crop) {
    Mat hsv = new Mat();
    cvtColor(crop, hsv, COLOR_BGR2HSV);
    return mean(hsv).get(1) / 255;
  }

  private static double clipped(Mat grey) {
    Mat dark = new Mat();
    threshold(grey, dark, NEARLY_BLACK, 1, THRESH_BINARY_INV);
    Mat bright = new Mat();
    threshold(grey, bright, NEARLY_WHITE - 1, 1, THRESH_BINARY);
    return (countNonZero(dark) + countNonZero(bright)) / (double) grey.total();
  }

  private static double rounded(double value, int parts) {
    return (double) Math.round(value * parts) / parts;
  }
}
