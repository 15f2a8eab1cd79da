package io.mien.ingest.face.opencv;

import io.mien.contracts.dataset.Detectors;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Takes the largest centred square for the face: for pictures that somebody has cropped already,
 * and for poses that no detector finds.
 */
final class WholePicture implements FaceDetector {

  @Override
  public String name() {
    return Detectors.WHOLE_PICTURE;
  }

  @Override
  public List<FoundFace> find(Mat bgr) {
    int side = Math.min(bgr.cols(), bgr.rows());
    return List.of(
        new FoundFace(new Box((bgr.cols() - side) / 2, (bgr.rows() - side) / 2, side, side)));
  }

  @Override
  public void close() {
    // Holds nothing
  }
}
