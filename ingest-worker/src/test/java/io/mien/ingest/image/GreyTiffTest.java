package io.mien.ingest.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.dataset.Rejection;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class GreyTiffTest {

  private static final int WIDTH = 31;
  private static final int HEIGHT = 17;

  @Test
  void pixelsOfAGreyTiffComeBack() throws IOException {
    BufferedImage image = noise(BufferedImage.TYPE_BYTE_GRAY);

    byte[] png = Objects.requireNonNull(GreyTiff.toPng(tiff(image)));

    BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(read.getRaster().getSamples(0, 0, WIDTH, HEIGHT, 0, (int[]) null))
        .isEqualTo(image.getRaster().getSamples(0, 0, WIDTH, HEIGHT, 0, (int[]) null));
    assertThat(HeaderProbe.probe(png))
        .isEqualTo(
            new ImageHeader(ImageFormat.PNG, WIDTH, HEIGHT, ImageHeader.Transparency.OPAQUE));
  }

  @Test
  void otherTiffsAreRefused() throws IOException {
    byte[] colour = tiff(noise(BufferedImage.TYPE_3BYTE_BGR));

    assertThatThrownBy(() -> GreyTiff.toPng(colour))
        .isInstanceOf(PictureRefused.class)
        .extracting(e -> ((PictureRefused) e).code())
        .isEqualTo(Rejection.Code.UNSUPPORTED_FORMAT);
  }

  @Test
  void noCutAndNoDamageTakesTheReaderDown() throws IOException {
    byte[] whole = tiff(noise(BufferedImage.TYPE_BYTE_GRAY));
    Random random = new Random(3);
    for (int i = 0; i < 3000; i++) {
      byte[] damaged = Arrays.copyOf(whole, 8 + random.nextInt(whole.length - 8));
      for (int j = 0; j < 4; j++) {
        damaged[4 + random.nextInt(damaged.length - 4)] = (byte) random.nextInt();
      }
      assertReadOrRefused(damaged, i);
    }
  }

  @Test
  void sidesBeyondAnyPictureAreRefused() {
    assertThatThrownBy(
            () -> GreyTiff.toPng(directory(4, 256, 0xFFFFFFFF, 257, 0xFFFFFFFF, 262, 1, 258, 8)))
        .isInstanceOf(PictureRefused.class)
        .extracting(e -> ((PictureRefused) e).code())
        .isEqualTo(Rejection.Code.TRUNCATED);
  }

  /** A directory of numbers: tag, value, tag, value. */
  private static byte[] directory(int entries, int... fields) {
    ByteBuffer file = ByteBuffer.allocate(16 + 12 * entries).order(ByteOrder.LITTLE_ENDIAN);
    file.put("II*\0".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) entries);
    for (int i = 0; i < fields.length; i += 2) {
      file.putShort((short) fields[i]).putShort((short) 4).putInt(1).putInt(fields[i + 1]);
    }
    return file.array();
  }

  @Test
  void whatIsNoTiffIsLeftAlone() {
    assertThat(GreyTiff.toPng("text".getBytes(StandardCharsets.UTF_8))).isNull();
    assertThat(GreyTiff.toPng(new byte[0])).isNull();
  }

  private static void assertReadOrRefused(byte[] file, int seed) {
    try {
      assertThat(GreyTiff.toPng(file)).as("file %d", seed).isNotNull();
    } catch (PictureRefused e) {
      assertThat(e.code())
          .as("file %d", seed)
          .isIn(Rejection.Code.TRUNCATED, Rejection.Code.UNSUPPORTED_FORMAT);
    }
  }

  private static BufferedImage noise(int type) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
    Random random = new Random(1);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      for (int band = 0; band < image.getRaster().getNumBands(); band++) {
        image.getRaster().setSample(i % WIDTH, i / WIDTH, band, random.nextInt(256));
      }
    }
    return image;
  }

  private static byte[] tiff(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, "tiff", bytes)).isTrue();
    return bytes.toByteArray();
  }
}
