package io.mien.orchestrator.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.failure.InvalidInput;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PhotoCheckTest {

  @Test
  void sizeIsReadFromTheHeadersOfPngAndJpeg() throws IOException {
    assertThat(PhotoCheck.check(picture("png", 31, 17)))
        .isEqualTo(new PhotoHeader("image/png", 31, 17));
    assertThat(PhotoCheck.check(picture("jpg", 31, 17)))
        .isEqualTo(new PhotoHeader("image/jpeg", 31, 17));
  }

  @Test
  void sizeIsReadFromLossyLosslessAndExtendedWebp() {
    ByteBuffer lossy = webp("VP8 ");
    lossy.put(23, new byte[] {(byte) 0x9d, 0x01, 0x2a});
    lossy.putShort(26, (short) 640).putShort(28, (short) 480);
    ByteBuffer lossless = webp("VP8L");
    lossless.put(20, (byte) 0x2f).putInt(21, (640 - 1) | (480 - 1) << 14);
    ByteBuffer extended = webp("VP8X");
    extended.putInt(24, 640 - 1).putInt(27, 480 - 1);

    for (ByteBuffer webp : Arrays.asList(lossy, lossless, extended)) {
      assertThat(PhotoHeader.read(webp.array())).contains(new PhotoHeader("image/webp", 640, 480));
    }
  }

  @Test
  void animationIsNotPhoto() {
    ByteBuffer animation = webp("VP8X");
    animation.put(20, (byte) 0x02).putInt(24, 639).putInt(27, 479);

    assertRefused(animation.array(), "photo-not-an-image");
  }

  @Test
  void hundredMegapixelsAreRefusedByTheHeaderAlone() throws IOException {
    byte[] bomb = picture("png", 8, 8);
    ByteBuffer.wrap(bomb).putInt(16, 10_000).putInt(20, 10_000);

    assertThatThrownBy(() -> PhotoCheck.check(bomb))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("10000 x 10000 pixels, 100.0 megapixels");
  }

  @Test
  void widthBeyondAllIntegersIsRefusedToo() throws IOException {
    byte[] bomb = picture("png", 8, 8);
    ByteBuffer.wrap(bomb).putInt(16, -1).putInt(20, -1);

    assertRefused(bomb, "photo-too-large");
  }

  @Test
  void emptyForeignAndOverlongFilesAreRefused() {
    assertRefused(new byte[0], "photo-empty");
    assertRefused("GIF89a, or so it says".getBytes(StandardCharsets.UTF_8), "photo-not-an-image");
    assertRefused(new byte[(20 << 20) + 1], "photo-too-large");
  }

  @Test
  void truncatedAndMutatedHeadersNeverBreakTheReader() throws IOException {
    Random random = new Random(20261122);
    for (byte[] whole :
        Arrays.asList(picture("png", 31, 17), picture("jpg", 31, 17), webp("VP8X").array())) {
      for (int i = 0; i < 2_000; i++) {
        byte[] broken = Arrays.copyOf(whole, random.nextInt(Math.min(whole.length, 200)) + 1);
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
        PhotoHeader.read(broken)
            .ifPresent(header -> assertThat(header.pixels()).as("seed 20261122").isPositive());
      }
    }
  }

  private static void assertRefused(byte[] photo, String code) {
    assertThatThrownBy(() -> PhotoCheck.check(photo))
        .isInstanceOf(InvalidInput.class)
        .extracting("code")
        .isEqualTo(code);
  }

  private static byte[] picture(String format, int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    assertThat(ImageIO.write(image, format, bytes)).isTrue();
    return bytes.toByteArray();
  }

  private static ByteBuffer webp(String chunk) {
    ByteBuffer bytes = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(0, "RIFF".getBytes(StandardCharsets.US_ASCII));
    bytes.put(8, "WEBP".getBytes(StandardCharsets.US_ASCII));
    bytes.put(12, chunk.getBytes(StandardCharsets.US_ASCII));
    return bytes;
  }
}
