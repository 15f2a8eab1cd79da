package io.mien.ingest.face.opencv;

import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Takes the largest centred square for the face: for pictures that somebody has cropped already,
 * and for poses that no detector finds.
 */
final class WholePicture implements FaceDetector {

  static final String NAME = "whole-picture";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Box> find(Mat bgr) {
    int side = Math.min(bgr.cols(), bgr.rows());
    return Optional.of(new Box((bgr.cols() - side) / 2, (bgr.rows() - side) / 2, side, side));
  }

  @Override
  public void close() {
    // Holds nothing
  }
}
