package io.mien.ingest.face.opencv;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * What is searched for faces: the picture with one largest side for all, its border repeated
 * outwards by a quarter of that. Detectors look for the outline of a head, which tight crops cut
 * off; with the border alt2 finds 96 instead of 79 of 100 tight photographs
 * (infra/docs/benchmarks.md). Never mirrored: that would put a second face there.
 *
 * @param pixels the picture with its border
 * @param scale search pixels for each pixel of the picture
 * @param border pixels added on each side
 */
record SearchImage(Mat pixels, double scale, int border) {

  private static final int LARGEST_SIDE = 400;

  /** For cascades: in grey, the largest side 400 pixels. */
  static SearchImage grey(Mat bgr) {
    double scale = scale(bgr, LARGEST_SIDE);
    Mat grey = new Mat();
    cvtColor(scaled(bgr, scale), grey, COLOR_BGR2GRAY);
    return new SearchImage(bordered(grey, LARGEST_SIDE / 4), scale, LARGEST_SIDE / 4);
  }

  static SearchImage colour(Mat bgr, int largestSide) {
    double scale = scale(bgr, largestSide);
    return new SearchImage(bordered(scaled(bgr, scale), largestSide / 4), scale, largestSide / 4);
  }

  private static double scale(Mat bgr, int largestSide) {
    return (double) largestSide / Math.max(bgr.cols(), bgr.rows());
  }

  private static Mat scaled(Mat bgr, double scale) {
    int width = Math.max(1, (int) Math.round(bgr.cols() * scale));
    int height = Math.max(1, (int) Math.round(bgr.rows() * scale));
    Mat scaled = new Mat();
    resize(bgr, scaled, new Size(width, height), 0, 0, scale < 1 ? INTER_AREA : INTER_LINEAR);
    return scaled;
  }

  private static Mat bordered(Mat picture, int border) {
    Mat bordered = new Mat();
    copyMakeBorder(picture, bordered, border, border, border, border, BORDER_REPLICATE);
    return bordered;
  }

  /** Whether the middle of a finding lies in the picture, not in its border. */
  boolean shows(Box box) {
    return box.centreX() >= border
        && box.centreY() >= border
        && box.centreX() < pixels.cols() - border
        && box.centreY() < pixels.rows() - border;
  }

  /**
   * Those that lie in the picture, the most prominent first, and of those that are the same face
   * only the first.
   */
  List<Box> ranked(List<Box> boxes) {
    List<Box> sorted =
        boxes.stream()
            .filter(this::shows)
            .sorted(Comparator.comparingDouble(this::prominence).reversed())
            .toList();
    List<Box> ranked = new ArrayList<>();
    for (Box box : sorted) {
      if (ranked.stream().noneMatch(box::isSameFace)) {
        ranked.add(box);
      }
    }
    return ranked;
  }

  /** Large and in the middle is better: people are the subject of their photos. */
  double prominence(Box box) {
    double offX = (box.centreX() - pixels.cols() / 2.0) / (pixels.cols() / 2.0 - border);
    double offY = (box.centreY() - pixels.rows() / 2.0) / (pixels.rows() / 2.0 - border);
    return box.width() * (1 - Math.hypot(offX, offY) / 3);
  }

  /** From search pixels to pixels of the picture. */
  Box inPicture(Box box) {
    return new Box(
        (box.x() - border) / scale,
        (box.y() - border) / scale,
        box.width() / scale,
        box.height() / scale);
  }
}
