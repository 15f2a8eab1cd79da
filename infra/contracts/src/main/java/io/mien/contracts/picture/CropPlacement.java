package io.mien.contracts.picture;

/**
 * Where the pixels of a crop lie in its photo: {@code x = xu·u + xv·v + x0}, {@code y = yu·u + yv·v
 * + y0}. Both count pixels from the outer edge of the upper left one, whose middle is (0.5, 0.5).
 *
 * @param xu pixels of the photo to the right for each pixel to the right in the crop
 * @param xv pixels of the photo to the right for each pixel down in the crop
 * @param x0 where the upper left corner of the crop lies
 * @param yu pixels of the photo down for each pixel to the right in the crop
 * @param yv pixels of the photo down for each pixel down in the crop
 * @param y0 where the upper left corner of the crop lies
 */
public record CropPlacement(double xu, double xv, double x0, double yu, double yv, double y0) {

  public CropPlacement {
    double determinant = xu * yv - xv * yu;
    if (!(Math.abs(determinant) > 0) || Double.isInfinite(determinant)) {
      throw new IllegalArgumentException("This placement leaves nothing of the crop.");
    }
  }

  /** Photo pixels for each pixel of the crop, along a side. */
  public double scale() {
    return Math.sqrt(Math.abs(xu * yv - xv * yu));
  }

  /** From the right of the photo's left edge, of a point in the crop. */
  public double x(double u, double v) {
    return xu * u + xv * v + x0;
  }

  /** Down from the photo's upper edge, of a point in the crop. */
  public double y(double u, double v) {
    return yu * u + yv * v + y0;
  }

  /** Where the points of the photo lie in the crop. */
  public CropPlacement inverse() {
    double determinant = xu * yv - xv * yu;
    double ux = yv / determinant;
    double uy = -xv / determinant;
    double vx = -yu / determinant;
    double vy = xu / determinant;
    return new CropPlacement(ux, uy, -(ux * x0 + uy * y0), vx, vy, -(vx * x0 + vy * y0));
  }
}
