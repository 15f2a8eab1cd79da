package io.mien.ingest.face.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.dct;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.util.Arrays;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * What a crop looks like in 63 bits: which of its lowest frequencies (8 by 8 coefficients of the
 * cosine transform at 32 pixels, without the mean) lie above their median. Encoding again,
 * resizing, blur and brightness change few of them. OpenCV's own {@code PHash} compares with the
 * mean instead, which one strong coefficient moves.
 */
final class PerceptualHash {

  private static final int SIDE = 32;
  private static final int FREQUENCIES = 8;

  private PerceptualHash() {}

  /** 16 hexadecimal digits. */
  static String of(Mat grey) {
    float[] lowest = lowestFrequencies(grey);
    float[] sorted = Arrays.copyOfRange(lowest, 1, lowest.length);
    Arrays.sort(sorted);
    float median = sorted[sorted.length / 2];
    long bits = 0;
    for (int i = 1; i < lowest.length; i++) {
      bits = bits << 1 | (lowest[i] > median ? 1 : 0);
    }
    return "%016x".formatted(bits);
  }

  private static float[] lowestFrequencies(Mat grey) {
    Mat small = new Mat();
    resize(grey, small, new Size(SIDE, SIDE), 0, 0, INTER_AREA);
    Mat values = new Mat();
    small.convertTo(values, CV_32F);
    Mat spectrum = new Mat();
    dct(values, spectrum);
    float[] lowest = new float[FREQUENCIES * FREQUENCIES];
    try (FloatIndexer at = spectrum.createIndexer()) {
      for (int i = 0; i < lowest.length; i++) {
        lowest[i] = at.get(i / FREQUENCIES, i % FREQUENCIES);
      }
    }
    return lowest;
  }
}
