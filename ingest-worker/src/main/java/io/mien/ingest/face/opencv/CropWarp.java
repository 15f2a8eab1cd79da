package io.mien.ingest.face.opencv;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.WARP_INVERSE_MAP;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import io.mien.contracts.dataset.CropRecipe;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Cuts the square of a recipe out of a picture, turned by the roll of the face; beyond the
 * picture's border its last pixels are repeated. The picture is resampled once, on a grid at least
 * as fine as its own, whose cells are then averaged: warpAffine alone would skip pixels and alias.
 */
final class CropWarp {

  private CropWarp() {}

  /**
   * @param rollDegrees clockwise
   */
  static Mat crop(Mat bgr, Box face, double rollDegrees, CropRecipe recipe) {
    double side = recipe.side(face.width(), face.height());
    int cells = Math.max(1, (int) Math.ceil(side / recipe.size()));
    int grid = recipe.size() * cells;
    int sampling = side < recipe.size() ? INTER_CUBIC : INTER_LINEAR;
    Mat fine = new Mat();
    warpAffine(
        bgr,
        fine,
        gridToPicture(face, rollDegrees, side, grid),
        new Size(grid, grid),
        sampling | WARP_INVERSE_MAP,
        BORDER_REPLICATE,
        new Scalar());
    if (cells == 1) {
      return fine;
    }
    Mat crop = new Mat();
    resize(fine, crop, new Size(recipe.size(), recipe.size()), 0, 0, INTER_AREA);
    return crop;
  }

  /** Where in the picture the middle of each cell of the grid lies. */
  private static Mat gridToPicture(Box face, double rollDegrees, double side, int grid) {
    double step = side / grid;
    double cos = Math.cos(Math.toRadians(rollDegrees)) * step;
    double sin = Math.sin(Math.toRadians(rollDegrees)) * step;
    double middle = (grid - 1) / 2.0;
    Mat matrix = new Mat(2, 3, CV_64F);
    try (DoubleIndexer m = matrix.createIndexer()) {
      m.put(0, 0, cos, -sin, face.centreX() - 0.5 - (cos - sin) * middle);
      m.put(1, 0, sin, cos, face.centreY() - 0.5 - (sin + cos) * middle);
    }
    return matrix;
  }
}
