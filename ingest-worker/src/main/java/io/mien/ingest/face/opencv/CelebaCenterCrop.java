package io.mien.ingest.face.opencv;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.Detectors;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/**
 * What StarGAN's reference takes of CelebA's aligned pictures of 178 by 218 pixels: {@code
 * CenterCrop(178)}, then a resize as Pillow does it. Of a picture of another size the part that
 * lies alike: the middle square of the largest centred rectangle of that shape.
 */
final class CelebaCenterCrop implements FaceDetector {

  private static final double WIDTH = 178;
  private static final double HEIGHT = 218;

  @Override
  public String name() {
    return Detectors.CELEBA_CENTER_CROP;
  }

  @Override
  public List<FoundFace> find(Mat bgr) {
    int side = (int) Math.round(Math.min(bgr.cols(), bgr.rows() * WIDTH / HEIGHT));
    int left = (int) Math.rint((bgr.cols() - side) / 2.0);
    int top = (int) Math.rint((bgr.rows() - side) / 2.0);
    return List.of(new FoundFace(new Box(left, top, side, side)));
  }

  @Override
  public Mat cut(Mat bgr, Box face, double rollDegrees, CropRecipe recipe) {
    int side = (int) face.width();
    Rect square = new Rect((int) face.x(), (int) face.y(), side, side);
    return AntialiasedResize.square(new Mat(bgr, square), recipe.size());
  }

  @Override
  public void close() {
    // Holds nothing
  }
}
