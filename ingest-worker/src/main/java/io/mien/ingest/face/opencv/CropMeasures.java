package io.mien.ingest.face.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_core.mean;
import static org.bytedeco.opencv.global.opencv_core.meanStdDev;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2HSV;
import static org.bytedeco.opencv.global.opencv_imgproc.Laplacian;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import io.mien.contracts.dataset.CropQuality;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Measures a crop; rounded, so that records stay readable. */
final class CropMeasures {

  private CropMeasures() {}

  static CropQuality of(Mat crop, double faceShare) {
    Mat grey = new Mat();
    cvtColor(crop, grey, COLOR_BGR2GRAY);
    Mat edges = new Mat();
    Laplacian(grey, edges, CV_64F);
    Mat average = new Mat();
    Mat deviation = new Mat();
    meanStdDev(edges, average, deviation);
    try (DoubleIndexer values = deviation.createIndexer()) {
      double sharpness = values.get(0) * values.get(0);
      return new CropQuality(
          rounded(sharpness, 10),
          rounded(mean(grey).get(0), 10),
          rounded(faceShare, 1000),
          rounded(saturation(crop), 1000));
    }
  }

  private static double saturation(Mat crop) {
    Mat hsv = new Mat();
    cvtColor(crop, hsv, COLOR_BGR2HSV);
    return mean(hsv).get(1) / 255;
  }

  private static double rounded(double value, int parts) {
    return (double) Math.round(value * parts) / parts;
  }
}
