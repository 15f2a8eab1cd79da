package io.mien.ingest.face.opencv;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * What is searched for faces: the picture in grey, its largest side 400 pixels, with its border
 * repeated outwards by a quarter. Cascades look for the outline of a head, which tight crops cut
 * off; with the border alt2 finds 96 instead of 79 of 100 tight photographs
 * (infra/docs/benchmarks.md). Never mirrored: that would put a second face there.
 *
 * @param grey the picture with its border
 * @param scale search pixels for each pixel of the picture
 * @param border pixels added on each side
 */
record SearchImage(Mat grey, double scale, int border) {

  static final int LARGEST_SIDE = 400;
  private static final int BORDER = LARGEST_SIDE / 4;

  static SearchImage of(Mat bgr) {
    double scale = (double) LARGEST_SIDE / Math.max(bgr.cols(), bgr.rows());
    int width = Math.max(1, (int) Math.round(bgr.cols() * scale));
    int height = Math.max(1, (int) Math.round(bgr.rows() * scale));
    Mat small = new Mat();
    resize(bgr, small, new Size(width, height), 0, 0, scale < 1 ? INTER_AREA : INTER_LINEAR);
    Mat grey = new Mat();
    cvtColor(small, grey, COLOR_BGR2GRAY);
    Mat bordered = new Mat();
    copyMakeBorder(grey, bordered, BORDER, BORDER, BORDER, BORDER, BORDER_REPLICATE);
    return new SearchImage(bordered, scale, BORDER);
  }

  /** Whether the middle of a finding lies in the picture, not in its border. */
  boolean shows(Box box) {
    return box.centreX() >= border
        && box.centreY() >= border
        && box.centreX() < grey.cols() - border
        && box.centreY() < grey.rows() - border;
  }

  /** Large and in the middle is better: people are the subject of their photos. */
  double prominence(Box box) {
    double offX = (box.centreX() - grey.cols() / 2.0) / (grey.cols() / 2.0 - border);
    double offY = (box.centreY() - grey.rows() / 2.0) / (grey.rows() / 2.0 - border);
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
