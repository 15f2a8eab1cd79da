package io.mien.ingest.face.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.gemm;
import static org.bytedeco.opencv.global.opencv_core.merge;
import static org.bytedeco.opencv.global.opencv_core.split;
import static org.bytedeco.opencv.global.opencv_core.transpose;

import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;

/**
 * Bilinear resize whose triangle grows with the reduction, as Pillow's {@code BILINEAR} and
 * torchvision's antialiased resize do; OpenCV has none. First along rows, rounded to 8 bits, then
 * along columns, which is Pillow's order: the result differs from its fixed-point arithmetic by one
 * grey level at most.
 */
final class AntialiasedResize {

  private AntialiasedResize() {}

  /**
   * @param square 8 bits
   * @param size pixels of the result's side
   */
  static Mat square(Mat square, int size) {
    Mat weights = weights(square.cols(), size);
    Mat across = new Mat();
    transpose(weights, across);
    MatVector channels = new MatVector();
    split(square, channels);
    Mat[] resized = new Mat[(int) channels.size()];
    for (int i = 0; i < resized.length; i++) {
      Mat rows = product(channels.get(i), across);
      resized[i] = product(weights, rows);
    }
    Mat result = new Mat();
    merge(new MatVector(resized), result);
    return result;
  }

  /** Matrix product, rounded to 8 bits. */
  private static Mat product(Mat left, Mat right) {
    Mat sums = new Mat();
    gemm(floats(left), floats(right), 1, new Mat(), 0, sums);
    Mat rounded = new Mat();
    sums.convertTo(rounded, CV_8U);
    return rounded;
  }

  private static Mat floats(Mat values) {
    Mat floats = new Mat();
    values.convertTo(floats, CV_32F);
    return floats;
  }

  /** Row i holds how much of each of the old pixels goes into new pixel i; rows sum to 1. */
  private static Mat weights(int from, int to) {
    double scale = (double) from / to;
    double support = Math.max(scale, 1);
    Mat weights = Mat.zeros(to, from, CV_32F).asMat();
    try (FloatIndexer at = weights.createIndexer()) {
      for (int i = 0; i < to; i++) {
        double centre = (i + 0.5) * scale;
        int first = (int) Math.max(0, centre - support + 0.5);
        int end = (int) Math.min(from, centre + support + 0.5);
        double sum = 0;
        for (int j = first; j < end; j++) {
          sum += triangle((j + 0.5 - centre) / support);
        }
        for (int j = first; j < end; j++) {
          at.put(i, j, (float) (triangle((j + 0.5 - centre) / support) / sum));
        }
      }
    }
    return weights;
  }

  private static double triangle(double distance) {
    return Math.max(0, 1 - Math.abs(distance));
  }
}
