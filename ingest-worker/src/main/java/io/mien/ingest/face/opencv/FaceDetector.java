package io.mien.ingest.face.opencv;

import io.mien.contracts.dataset.CropRecipe;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/** Finds the faces of a picture. Not thread-safe. */
interface FaceDetector extends AutoCloseable {

  /** The name that crop recipes record; another name means other boxes. */
  String name();

  /**
   * Every face that stands upright, in pixels of the picture, the most prominent first: large and
   * in the middle is better, people are the subject of their photos.
   *
   * @param bgr 8 bits, three channels
   */
  List<FoundFace> find(Mat bgr);

  /**
   * Cuts a face out as a square picture of the recipe's size.
   *
   * @param rollDegrees clockwise, to be removed
   */
  default Mat cut(Mat bgr, Box face, double rollDegrees, CropRecipe recipe) {
    return CropWarp.crop(bgr, face, rollDegrees, recipe);
  }

  @Override
  void close();
}
