package io.mien.drawn.paint;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * A transparent square of pixels that remembers how near each of them is, so that what is nearer
 * covers what is further away, in whatever order they come.
 */
public final class DepthLayer {

  private static final double SOLID = .5;

  private final BufferedImage image;
  private final int[] pixels;
  private final double[] depth;
  private final int side;

  public DepthLayer(int side) {
    this.side = side;
    this.image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB_PRE);
    this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    this.depth = new double[side * side];
    Arrays.fill(depth, Double.NEGATIVE_INFINITY);
  }

  public int side() {
    return side;
  }

  public BufferedImage image() {
    return image;
  }

  public boolean isHidden(int column, int row, double nearness) {
    return nearness < depth[row * side + column];
  }

  /** Lays a tone over what is there; call only where it is not hidden. */
  public void cover(int column, int row, double nearness, Tone tone) {
    int at = row * side + column;
    if (tone.opacity() > SOLID) {
      depth[at] = nearness;
    }
    int under = pixels[at];
    double rest = 1 - tone.opacity();
    pixels[at] =
        channel(tone.opacity() * 255 + (under >>> 24) * rest) << 24
            | channel(tone.red() + (under >> 16 & 255) * rest) << 16
            | channel(tone.green() + (under >> 8 & 255) * rest) << 8
            | channel(tone.blue() + (under & 255) * rest);
  }

  private static int channel(double value) {
    return (int) Math.max(0, Math.min(255, value + .5));
  }
}
