package io.mien.ingest;

import io.mien.drawn.DrawnDataset;
import io.mien.drawn.DrawnFace;
import io.mien.drawn.Layout;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

/** Drawn faces in class folders, and among them one file of everything that goes wrong. */
final class MixedDataset {

  static final DrawnDataset DRAWN = DrawnDataset.of(6, 1);
  static final int FACES = DRAWN.faces().size();
  static final int BAD_FILES = 7;

  private MixedDataset() {}

  static void write(Path root) throws IOException {
    DRAWN.write(root, Layout.IMAGE_FOLDER, (done, total) -> {});
    byte[] face = encode(stranger().render(128), "jpg");
    Files.write(root.resolve("happy/empty.jpg"), new byte[0]);
    Files.writeString(root.resolve("sad/text.jpg"), "I was renamed to look like a photograph");
    Files.write(root.resolve("angry/truncated.jpg"), Arrays.copyOf(face, face.length / 2));
    Files.write(root.resolve("neutral/wall.png"), encode(noise(), "png"));
    Files.write(Files.createDirectories(root.resolve("contempt")).resolve("a.jpg"), face);
    Files.write(root.resolve("unsorted.jpg"), face);
    Files.copy(root.resolve("happy/P0001_01.png"), root.resolve("happy/copy.png"));
  }

  /** Somebody who is not of the dataset. */
  static DrawnFace stranger() {
    return DRAWN.withSeed(99).faces().get(0);
  }

  static BufferedImage noise() {
    BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(5);
    for (int i = 0; i < 160 * 120; i++) {
      image.setRGB(i % 160, i / 160, random.nextInt());
    }
    return image;
  }

  static byte[] encode(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }
}
