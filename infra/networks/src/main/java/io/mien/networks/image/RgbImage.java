package io.mien.networks.image;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Eight-bit colours, row by row, three bytes a pixel. The array is not copied: do not change it.
 */
public final class RgbImage {
  private final int width;
  private final int height;
  private final byte[] rgb;

  public RgbImage(int width, int height, byte[] rgb) {
    if (width < 1 || height < 1 || rgb.length != 3L * width * height) {
      throw new IllegalArgumentException(
          "An image of %d x %d has %d bytes, found %d."
              .formatted(width, height, 3L * width * height, rgb.length));
    }
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public byte[] rgb() {
    return rgb;
  }

  /** Value 0 to 255 of channel 0 to 2. */
  public int at(int x, int y, int channel) {
    return rgb[3 * (y * width + x) + channel] & 0xFF;
  }

  /**
   * The same pixels for {@code javax.imageio} and {@code java.awt}; not a copy, since a photo may
   * have a hundred megabytes: do not paint on it.
   */
  public BufferedImage toBufferedImage() {
    ColorModel colours =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            Transparency.OPAQUE,
            DataBuffer.TYPE_BYTE);
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(rgb, rgb.length),
            width,
            height,
            3 * width,
            3,
            new int[] {0, 1, 2},
            null);
    return new BufferedImage(colours, raster, false, null);
  }

  /** Copies the colours; transparency is dropped. */
  public static RgbImage of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] rgb = new byte[3 * width * height];
    if (hasOurColours(image.getColorModel())) {
      image.getRaster().getDataElements(0, 0, width, height, rgb);
    } else {
      convert(image, rgb);
    }
    return new RgbImage(width, height, rgb);
  }

  /** Opaque sRGB of a byte a channel, which is what most files hold: nothing to convert. */
  private static boolean hasOurColours(ColorModel colours) {
    return colours instanceof ComponentColorModel
        && colours.getColorSpace().isCS_sRGB()
        && colours.getTransferType() == DataBuffer.TYPE_BYTE
        && colours.getNumComponents() == 3
        && colours.getPixelSize() == 24;
  }

  /** Row by row: a whole photo in a second copy would be hundreds of megabytes. */
  private static void convert(BufferedImage image, byte[] rgb) {
    int[] argb = new int[image.getWidth()];
    int at = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, argb.length, 1, argb, 0, argb.length);
      for (int pixel : argb) {
        rgb[at++] = (byte) (pixel >> 16);
        rgb[at++] = (byte) (pixel >> 8);
        rgb[at++] = (byte) pixel;
      }
    }
  }
}
