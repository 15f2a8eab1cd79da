package io.mien.synth.image.watermark;

import io.mien.networks.image.RgbImage;

/** Puts a watermark into pictures. Thread-safe. */
public final class WatermarkWriter {

  /** What the text chunks call it. */
  public static final String NAME = "stdm-1";

  /** The second repairs what rounding, clipping and resizing did to the first. */
  private static final int PASSES = 2;

  private final WatermarkGrid grid = new WatermarkGrid();

  /** The same picture with the payload in it. */
  public RgbImage mark(RgbImage image, WatermarkPayload payload) {
    int[] coded = ConvolutionalCode.encode(payload.message());
    RgbImage marked = image;
    for (int pass = 0; pass < PASSES; pass++) {
      Plane change = change(Plane.brightness(marked, WatermarkGrid.SIDE), coded);
      marked = add(marked, change.resized(image.width(), image.height()));
    }
    return marked;
  }

  private Plane change(Plane plane, int[] coded) {
    float[] change = new float[plane.values().length];
    for (int bit = 0; bit < coded.length; bit++) {
      int block = WatermarkGrid.block(bit);
      int left = WatermarkGrid.left(block);
      int top = WatermarkGrid.top(block);
      double share = grid.share(plane, block, left, top);
      double offset = grid.offset(block) + (coded[bit] > 0 ? WatermarkGrid.STEP / 2 : 0);
      double wanted =
          Math.rint((share - offset) / WatermarkGrid.STEP) * WatermarkGrid.STEP + offset;
      float[] pattern = grid.pattern(block);
      for (int i = 0; i < pattern.length; i++) {
        int x = left + i % WatermarkGrid.BLOCK;
        int y = top + i / WatermarkGrid.BLOCK;
        change[y * plane.side() + x] = (float) ((wanted - share) * pattern[i]);
      }
    }
    return new Plane(plane.side(), change);
  }

  private static RgbImage add(RgbImage image, float[] change) {
    byte[] rgb = new byte[image.rgb().length];
    for (int i = 0; i < rgb.length; i++) {
      int value = Math.round((image.rgb()[i] & 0xFF) + change[i / 3]);
      rgb[i] = (byte) Math.max(0, Math.min(255, value));
    }
    return new RgbImage(image.width(), image.height(), rgb);
  }
}
