package io.mien.drawn;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Pixels and file format of the pictures of a layout. */
record PictureFormat(int width, int height, Palette palette, Codec codec) {

  enum Palette {
    COLOUR(BufferedImage.TYPE_INT_RGB),
    GREY(BufferedImage.TYPE_BYTE_GRAY);

    private final int imageType;

    Palette(int imageType) {
      this.imageType = imageType;
    }
  }

  enum Codec {
    PNG,
    JPEG
  }

  static PictureFormat square(int size) {
    return new PictureFormat(size, size, Palette.COLOUR, Codec.PNG);
  }

  /** Paints a square around the format and cuts out its middle. */
  BufferedImage paint(DrawnFace face) {
    int side = Math.max(width, height);
    BufferedImage square = face.render(side);
    if (width == height && palette == Palette.COLOUR) {
      return square;
    }
    BufferedImage picture = new BufferedImage(width, height, palette.imageType);
    Graphics2D graphics = picture.createGraphics();
    graphics.drawImage(square, (width - side) / 2, (height - side) / 2, null);
    graphics.dispose();
    return picture;
  }
}
