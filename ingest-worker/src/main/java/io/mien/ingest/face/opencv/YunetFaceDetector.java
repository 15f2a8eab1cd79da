package io.mien.ingest.face.opencv;

import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.rotate;

import io.mien.contracts.dataset.Detectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.FaceDetectorYN;

/**
 * Faces by YuNet. It sees an upright face in most upside-down ones, but with less certainty than in
 * the same picture turned: what is surer there is no upright face. Boxes become squares of the same
 * area, which is what cascades draw (the median ratio of their sides is 1.01), so that a margin
 * means the same with every detector.
 */
final class YunetFaceDetector implements FaceDetector {

  private static final int LARGEST_SIDE = 320;
  private static final float LEAST_SCORE = 0.75f;
  private static final float SAME_BOX = 0.3f;
  private static final int MOST_BOXES = 500;

  private final FaceDetectorYN network;

  YunetFaceDetector(YunetModel model) {
    Size size = new Size(LARGEST_SIDE, LARGEST_SIDE);
    this.network =
        FaceDetectorYN.create(model.path(), "", size, LEAST_SCORE, SAME_BOX, MOST_BOXES, 0, 0);
  }

  /** A face in search pixels; the roll is that of the line through both eyes. */
  private record Seen(Box box, double roll, double score) {

    /** In the picture turned by half. */
    Seen turned(Mat picture) {
      Box turned =
          new Box(
              picture.cols() - box.x() - box.width(),
              picture.rows() - box.y() - box.height(),
              box.width(),
              box.height());
      return new Seen(turned, roll, score);
    }

    boolean isSurerThan(Seen other) {
      return score > other.score && box.overlap(other.box) >= SAME_BOX;
    }

    Box square() {
      double side = Math.sqrt(box.area());
      return new Box(box.centreX() - side / 2, box.centreY() - side / 2, side, side);
    }
  }

  @Override
  public String name() {
    return Detectors.YUNET_V1;
  }

  @Override
  public List<FoundFace> find(Mat bgr) {
    SearchImage image = SearchImage.colour(bgr, LARGEST_SIDE);
    List<Seen> seen = see(image.pixels());
    if (seen.isEmpty()) {
      return List.of();
    }
    List<Seen> upsideDown = seeTurned(image.pixels());
    return seen.stream()
        .filter(face -> image.shows(face.box()))
        .filter(face -> upsideDown.stream().noneMatch(other -> other.isSurerThan(face)))
        .sorted(
            Comparator.comparingDouble((Seen face) -> image.prominence(face.square())).reversed())
        .map(face -> new FoundFace(image.inPicture(face.square()), face.roll()))
        .toList();
  }

  private List<Seen> seeTurned(Mat picture) {
    Mat turned = new Mat();
    rotate(picture, turned, ROTATE_180);
    return see(turned).stream().map(face -> face.turned(picture)).toList();
  }

  /** Rows of x, y, width, height, five points (right eye, left eye, nose, mouth), score. */
  private List<Seen> see(Mat picture) {
    network.setInputSize(picture.size());
    Mat rows = new Mat();
    network.detect(picture, rows);
    List<Seen> seen = new ArrayList<>();
    if (rows.empty()) {
      return seen;
    }
    try (FloatIndexer at = rows.createIndexer()) {
      for (int i = 0; i < rows.rows(); i++) {
        Box box = new Box(at.get(i, 0), at.get(i, 1), at.get(i, 2), at.get(i, 3));
        double roll = Math.atan2(at.get(i, 7) - at.get(i, 5), at.get(i, 6) - at.get(i, 4));
        seen.add(new Seen(box, Math.toDegrees(roll), at.get(i, 14)));
      }
    }
    return seen;
  }

  @Override
  public void close() {
    network.close();
  }
}
