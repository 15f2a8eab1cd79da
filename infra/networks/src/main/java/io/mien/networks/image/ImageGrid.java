package io.mien.networks.image;

import java.util.List;

/** Images of one size side by side, for people to look at. */
public final class ImageGrid {
  private ImageGrid() {}

  /** Lays images out row by row, {@code columns} to a row. */
  public static RgbImage of(List<RgbImage> images, int columns) {
    int width = images.get(0).width();
    int height = images.get(0).height();
    int rows = (images.size() + columns - 1) / columns;
    byte[] rgb = new byte[3 * width * columns * height * rows];
    for (int i = 0; i < images.size(); i++) {
      RgbImage image = images.get(i);
      if (image.width() != width || image.height() != height) {
        throw new IllegalArgumentException(
            "Image %d of a grid is %d x %d, the first %d x %d."
                .formatted(i, image.width(), image.height(), width, height));
      }
      for (int y = 0; y < height; y++) {
        int line = (i / columns) * height + y;
        int to = 3 * (line * width * columns + (i % columns) * width);
        System.arraycopy(image.rgb(), 3 * y * width, rgb, to, 3 * width);
      }
    }
    return new RgbImage(width * columns, height * rows, rgb);
  }
}
