package io.mien.ingest.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mien.contracts.dataset.Rejection;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class HeaderProbeTest {

  @Test
  void readsWidthAndHeightOfJpegAndPng() throws IOException {
    assertThat(HeaderProbe.probe(image("jpg", BufferedImage.TYPE_INT_RGB)))
        .isEqualTo(new ImageHeader(ImageFormat.JPEG, 40, 30, ImageHeader.Transparency.OPAQUE));
    assertThat(HeaderProbe.probe(image("png", BufferedImage.TYPE_INT_RGB)))
        .isEqualTo(new ImageHeader(ImageFormat.PNG, 40, 30, ImageHeader.Transparency.OPAQUE));
    assertThat(HeaderProbe.probe(image("png", BufferedImage.TYPE_INT_ARGB)))
        .isEqualTo(new ImageHeader(ImageFormat.PNG, 40, 30, ImageHeader.Transparency.ALPHA));
  }

  @Test
  void readsWidthAndHeightOfEveryStillWebp() {
    // Lossy 64x48, lossless 64x48 with alpha, extended 300x200
    assertThat(webp("VP8 ", "000000" + "9d012a" + "4000" + "3000"))
        .isEqualTo(new ImageHeader(ImageFormat.WEBP, 64, 48, ImageHeader.Transparency.OPAQUE));
    assertThat(webp("VP8L", "2f" + "3fc00b10" + "00"))
        .isEqualTo(new ImageHeader(ImageFormat.WEBP, 64, 48, ImageHeader.Transparency.ALPHA));
    assertThat(webp("VP8X", "10000000" + "2b0100" + "c70000"))
        .isEqualTo(new ImageHeader(ImageFormat.WEBP, 300, 200, ImageHeader.Transparency.ALPHA));
  }

  @Test
  void animatedWebpIsUnsupported() {
    assertThat(refusal(webpBytes("VP8X", "02000000" + "2b0100" + "c70000")))
        .isEqualTo(Rejection.Code.UNSUPPORTED_FORMAT);
  }

  @Test
  void everyCutOffPictureIsTruncated() throws IOException {
    for (String format : new String[] {"jpg", "png"}) {
      byte[] whole = image(format, BufferedImage.TYPE_INT_RGB);
      for (int length = 20; length < whole.length - 1; length += 7) {
        assertThat(refusal(Arrays.copyOf(whole, length)))
            .as("%s of %d bytes cut to %d", format, whole.length, length)
            .isEqualTo(Rejection.Code.TRUNCATED);
      }
    }
  }

  @Test
  void aJpegThatOnlyLacksItsEndMarkerIsTruncated() throws IOException {
    byte[] whole = image("jpg", BufferedImage.TYPE_INT_RGB);

    assertThat(refusal(Arrays.copyOf(whole, whole.length - 2))).isEqualTo(Rejection.Code.TRUNCATED);
  }

  @Test
  void otherFilesAreToldApart() {
    assertThat(refusal(new byte[0])).isEqualTo(Rejection.Code.EMPTY_FILE);
    assertThat(refusal(text("hello, I am no picture"))).isEqualTo(Rejection.Code.NOT_AN_IMAGE);
    assertThat(refusal(text("GIF89a......"))).isEqualTo(Rejection.Code.UNSUPPORTED_FORMAT);
    assertThat(refusal(text("II*\0........"))).isEqualTo(Rejection.Code.UNSUPPORTED_FORMAT);
    assertThat(refusal(text("\0\0\0\u0018ftypheic"))).isEqualTo(Rejection.Code.UNSUPPORTED_FORMAT);
  }

  @Test
  void damagedHeadersAreRefusedAndNeverCrash() throws IOException {
    long seed = 20261122;
    Random random = new Random(seed);
    for (String format : new String[] {"jpg", "png"}) {
      byte[] whole = image(format, BufferedImage.TYPE_INT_RGB);
      for (int i = 0; i < 5000; i++) {
        byte[] damaged = whole.clone();
        for (int j = 0; j < 4; j++) {
          damaged[random.nextInt(Math.min(200, damaged.length))] = (byte) random.nextInt();
        }
        assertThat(probed(damaged)).as("seed %d, %s number %d", seed, format, i).isTrue();
      }
    }
  }

  private static boolean probed(byte[] content) {
    try {
      ImageHeader header = HeaderProbe.probe(content);
      return header.width() > 0 && header.height() > 0;
    } catch (PictureRefused e) {
      return true;
    }
  }

  private static Rejection.Code refusal(byte[] content) {
    PictureRefused refused =
        catchThrowableOfType(PictureRefused.class, () -> HeaderProbe.probe(content));
    assertThat(refused).as("a refusal").isNotNull();
    return refused.code();
  }

  private static ImageHeader webp(String chunk, String payload) {
    return HeaderProbe.probe(webpBytes(chunk, payload));
  }

  private static byte[] webpBytes(String chunk, String payload) {
    byte[] content = HexFormat.of().parseHex(payload);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(text("RIFF"));
    file.writeBytes(new byte[] {(byte) (12 + content.length), 0, 0, 0});
    file.writeBytes(text("WEBP" + chunk));
    file.writeBytes(new byte[] {(byte) content.length, 0, 0, 0});
    file.writeBytes(content);
    return file.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] image(String format, int type) throws IOException {
    BufferedImage image = new BufferedImage(40, 30, type);
    Random random = new Random(1);
    for (int i = 0; i < 1200; i++) {
      image.setRGB(i % 40, i / 40, random.nextInt());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }
}
