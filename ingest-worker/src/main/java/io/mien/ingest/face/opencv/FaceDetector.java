package io.mien.ingest.face.opencv;

import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;

/** Finds the face that a picture is about. Not thread-safe. */
interface FaceDetector extends AutoCloseable {

  /** The name that crop recipes record; another name means other boxes. */
  String name();

  /**
   * The largest and most central face, upright, in pixels of the picture.
   *
   * @param bgr 8 bits, three channels
   */
  Optional<Box> find(Mat bgr);

  @Override
  void close();
}
