package io.mien.ingest.face.opencv;

import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/**
 * A search for faces that the trusted cascade missed.
 *
 * @param boxScale brings the boxes of this cascade to the size of the trusted one's
 * @param witnesses cascades of which one must see the same face
 */
record FallbackPass(
    Cascade cascade, double boxScale, int minNeighbours, int minSide, List<Cascade> witnesses) {

  private static final double SAME_FACE = 0.4;
  private static final double SURROUNDINGS = 1.6;

  List<Box> find(Mat grey) {
    return cascade.find(grey, minNeighbours, minSide).stream()
        .map(box -> box.scaled(boxScale))
        .toList();
  }

  /** Looks only around the finding: that is cheaper, and leaves less room for chance. */
  boolean confirms(Mat grey, Box box) {
    Box around = box.scaled(SURROUNDINGS);
    int left = (int) Math.max(0, around.x());
    int top = (int) Math.max(0, around.y());
    int right = (int) Math.min(grey.cols(), around.x() + around.width());
    int bottom = (int) Math.min(grey.rows(), around.y() + around.height());
    Mat region = new Mat(grey, new Rect(left, top, right - left, bottom - top));
    Box face = new Box(box.x() - left, box.y() - top, box.width(), box.height());
    int smallest = (int) (box.width() / 2);
    return witnesses.stream()
        .flatMap(witness -> witness.find(region, 2, smallest).stream())
        .anyMatch(seen -> seen.overlap(face) >= SAME_FACE);
  }
}
