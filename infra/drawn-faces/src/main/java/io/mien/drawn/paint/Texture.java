package io.mien.drawn.paint;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.function.Consumer;

/**
 * A painted sheet that a surface takes its colours from. Places on it are in design units from its
 * middle.
 */
public final class Texture {

  private final int side;
  private final int[] pixels;

  private Texture(BufferedImage sheet) {
    this.side = sheet.getWidth();
    this.pixels = ((DataBufferInt) sheet.getRaster().getDataBuffer()).getData();
  }

  /** A transparent sheet on which the work paints, with the origin in the middle. */
  public static Texture painted(int side, Consumer<Brush> work) {
    BufferedImage sheet = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB_PRE);
    try (Brush brush = Brush.on(sheet)) {
      brush.moveTo(Brush.PICTURE / 2, Brush.PICTURE / 2, 0, 1);
      work.accept(brush);
    }
    return new Texture(sheet);
  }

  /** The colour at a place, bilinear; beyond the edge, the edge's. */
  public Tone at(double x, double y) {
    double scale = side / Brush.PICTURE;
    double column = limit((x + Brush.PICTURE / 2) * scale - .5);
    double row = limit((y + Brush.PICTURE / 2) * scale - .5);
    int left = Math.min(side - 2, (int) column);
    int top = Math.min(side - 2, (int) row);
    double right = column - left;
    double down = row - top;
    int at = top * side + left;
    return new Tone(
        mixed(at, 16, right, down),
        mixed(at, 8, right, down),
        mixed(at, 0, right, down),
        mixed(at, 24, right, down) / 255);
  }

  private double limit(double place) {
    return Math.max(0, Math.min(side - 1, place));
  }

  private double mixed(int at, int shift, double right, double down) {
    double above = channel(at, shift) + (channel(at + 1, shift) - channel(at, shift)) * right;
    double below =
        channel(at + side, shift)
            + (channel(at + side + 1, shift) - channel(at + side, shift)) * right;
    return above + (below - above) * down;
  }

  private int channel(int at, int shift) {
    return pixels[at] >>> shift & 255;
  }
}
