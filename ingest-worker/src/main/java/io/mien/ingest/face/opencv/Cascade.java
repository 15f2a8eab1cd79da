package io.mien.ingest.face.opencv;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/** One classifier. Not thread-safe: a shared one answers wrongly and throws. */
final class Cascade implements AutoCloseable {

  private static final double SCALE_STEP = 1.1;

  private final CascadeClassifier classifier;

  Cascade(CascadeFile file) {
    this.classifier = file.load();
  }

  /**
   * What the classifier finds, in its own order.
   *
   * @param grey picture of 8 bits
   * @param minNeighbours how many overlapping hits make a finding
   * @param minSide smallest finding in pixels
   */
  List<Box> find(Mat grey, int minNeighbours, int minSide) {
    RectVector hits = new RectVector();
    Size smallest = new Size(minSide, minSide);
    classifier.detectMultiScale(grey, hits, SCALE_STEP, minNeighbours, 0, smallest, new Size());
    List<Box> boxes = new ArrayList<>();
    for (Rect hit : hits.get()) {
      boxes.add(new Box(hit.x(), hit.y(), hit.width(), hit.height()));
    }
    return boxes;
  }

  @Override
  public void close() {
    classifier.close();
  }
}
