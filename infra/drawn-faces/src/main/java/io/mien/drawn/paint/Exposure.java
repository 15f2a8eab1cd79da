package io.mien.drawn.paint;

import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.DataBufferInt;
import java.awt.image.Kernel;

/**
 * What the camera does to the light: it averages an oversampled drawing, blurs, exposes and adds
 * noise.
 *
 * @param gain brightness factor
 * @param blur share of each pixel given to its eight neighbours, 0 to 0.1
 * @param noise deviation in grey levels
 */
public record Exposure(double gain, double blur, double noise) {

  public BufferedImage of(BufferedImage drawing, int factor, Dice dice) {
    BufferedImage picture = blurred(averaged(drawing, factor));
    int[] pixels = pixels(picture);
    for (int i = 0; i < pixels.length; i++) {
      long bits = dice.next();
      double grain = noise * bellShaped(bits);
      int rgb = pixels[i];
      pixels[i] =
          channel((rgb >> 16 & 255) * gain + grain) << 16
              | channel((rgb >> 8 & 255) * gain + grain) << 8
              | channel((rgb & 255) * gain + grain);
    }
    return picture;
  }

  private static BufferedImage averaged(BufferedImage drawing, int factor) {
    int size = drawing.getWidth() / factor;
    BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    int[] to = pixels(picture);
    for (int i = 0; i < to.length; i++) {
      to[i] = mean(drawing, i % size * factor, i / size * factor, factor);
    }
    return picture;
  }

  private static int mean(BufferedImage drawing, int left, int top, int factor) {
    int[] from = pixels(drawing);
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int y = top; y < top + factor; y++) {
      for (int x = left; x < left + factor; x++) {
        int rgb = from[y * drawing.getWidth() + x];
        red += rgb >> 16 & 255;
        green += rgb >> 8 & 255;
        blue += rgb & 255;
      }
    }
    int area = factor * factor;
    int half = area / 2;
    return (red + half) / area << 16 | (green + half) / area << 8 | (blue + half) / area;
  }

  private BufferedImage blurred(BufferedImage picture) {
    if (blur <= 0) {
      return picture;
    }
    float side = (float) blur;
    float[] weights = {side, side, side, side, 1 - 8 * side, side, side, side, side};
    BufferedImage result =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    new ConvolveOp(new Kernel(3, 3, weights), ConvolveOp.EDGE_NO_OP, null).filter(picture, result);
    return result;
  }

  /** The sum of eight random bytes, scaled to mean 0 and deviation 1. */
  private static double bellShaped(long bits) {
    int sum = 0;
    for (int shift = 0; shift < 64; shift += 8) {
      sum += (int) (bits >>> shift) & 255;
    }
    return (sum - 8 * 127.5) / (73.9 * 2.8284);
  }

  private static int[] pixels(BufferedImage picture) {
    return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
  }

  private static int channel(double value) {
    return (int) Math.max(0, Math.min(255, value + 0.5));
  }
}
