package io.mien.ingest.face.opencv;

import io.mien.drawn.DrawnDataset;
import io.mien.drawn.DrawnFace;
import io.mien.ingest.image.ImageLimits;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures for tests, made in memory. */
final class Pictures {

  static final List<DrawnFace> FACES = DrawnDataset.of(6, 1).faces();

  static final ImageLimits LIMITS = new ImageLimits(64 << 20, 40_000_000, 16);

  private Pictures() {}

  static byte[] face(DrawnFace face) {
    return encode(face.render(192), "png");
  }

  /** A face on a large grey wall. */
  static byte[] faceAt(DrawnFace face, int x, int y, int side, int width, int height) {
    BufferedImage wall = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = wall.createGraphics();
    graphics.setColor(new Color(120, 125, 130));
    graphics.fillRect(0, 0, width, height);
    graphics.drawImage(face.render(side), x, y, null);
    graphics.dispose();
    return encode(wall, "jpg");
  }

  /** A large face at the left and a smaller one nearer to the middle. */
  static byte[] twoFaces() {
    BufferedImage wall = new BufferedImage(640, 400, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = wall.createGraphics();
    graphics.setColor(new Color(120, 125, 130));
    graphics.fillRect(0, 0, 640, 400);
    graphics.drawImage(FACES.get(0).render(300), 0, 50, null);
    graphics.drawImage(FACES.get(8).render(220), 310, 90, null);
    graphics.dispose();
    return encode(wall, "png");
  }

  static byte[] noise(long seed) {
    BufferedImage image = new BufferedImage(200, 160, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(seed);
    for (int i = 0; i < 200 * 160; i++) {
      image.setRGB(i % 200, i / 200, random.nextInt());
    }
    return encode(image, "png");
  }

  static byte[] plain(int width, int height, int argb, int type, String format) {
    BufferedImage image = new BufferedImage(width, height, type);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, argb);
    }
    return encode(image, format);
  }

  static byte[] encode(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, format, bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
