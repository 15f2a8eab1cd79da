package io.mien.orchestrator.system;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** What a contact sheet or sample grid looks like from afar: three rows, each column of one hue. */
public final class ColumnPicture {

  private static final int CELL = 32;
  private static final int ROWS = 3;

  private ColumnPicture() {}

  public static byte[] png(int columns) {
    BufferedImage image =
        new BufferedImage(columns * CELL, ROWS * CELL, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        float hue = Math.floorDiv(x, CELL) / (float) columns;
        image.setRGB(x, y, Color.HSBtoRGB(hue, 0.6f, y % CELL / (float) CELL));
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }
}
