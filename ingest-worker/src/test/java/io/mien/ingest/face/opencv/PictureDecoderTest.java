package io.mien.ingest.face.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.opencv.global.opencv_core.mean;

import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.image.ImageLimits;
import io.mien.ingest.image.PictureRefused;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PictureDecoderTest {

  private final PictureDecoder decoder =
      new PictureDecoder(new ImageLimits(64 << 20, 40_000_000, 16));

  @BeforeAll
  static void load() {
    OpenCv.load(2L << 30, 2);
  }

  @Test
  void transparentPixelsLieOnWhite() {
    assertMean(
        Pictures.plain(20, 20, 0x00000000, BufferedImage.TYPE_INT_ARGB, "png"), 255, 255, 255);
    // Half-transparent red: blue and green 127, red 255
    assertMean(
        Pictures.plain(20, 20, 0x80FF0000, BufferedImage.TYPE_INT_ARGB, "png"), 127, 127, 255);
  }

  @Test
  void greyAndSixteenBitsBecomeEightBitsOfColour() {
    byte[] grey = Pictures.plain(20, 20, 0xFF808080, BufferedImage.TYPE_BYTE_GRAY, "png");
    byte[] deep = Pictures.plain(20, 20, 0xFFFFFFFF, BufferedImage.TYPE_USHORT_GRAY, "png");

    try (PointerScope scope = new PointerScope()) {
      assertThat(decoder.decode(grey).bgr().channels()).isEqualTo(3);
      assertThat(decoder.decode(deep).bgr().depth()).isZero();
    }
    assertMean(deep, 255, 255, 255);
  }

  @Test
  void largeJpegsAreDecodedSmaller() {
    byte[] large = Pictures.plain(6500, 400, 0xFF204060, BufferedImage.TYPE_INT_RGB, "jpg");

    try (PointerScope scope = new PointerScope()) {
      PictureDecoder.Decoded decoded = decoder.decode(large);

      assertThat(decoded.reduction()).isEqualTo(4);
      assertThat(decoded.bgr().cols()).isEqualTo(1625);
      assertThat(decoded.bgr().rows()).isEqualTo(100);
    }
  }

  @Test
  void exifTurnsThePicture() {
    byte[] lying = Pictures.plain(40, 20, 0xFF204060, BufferedImage.TYPE_INT_RGB, "jpg");

    try (PointerScope scope = new PointerScope()) {
      Mat upright = decoder.decode(withOrientation(lying, 6)).bgr();

      assertThat(upright.cols()).isEqualTo(20);
      assertThat(upright.rows()).isEqualTo(40);
    }
  }

  @Test
  void whatIsNotDecodedIsRefusedBeforeItCostsMemory() {
    byte[] bomb = Pictures.plain(20, 20, 0, BufferedImage.TYPE_INT_RGB, "png");
    // Width and height of the header chunk: 60000 x 60000
    System.arraycopy(HexFormat.of().parseHex("0000ea600000ea60"), 0, bomb, 16, 8);

    assertThatThrownBy(() -> decoder.decode(bomb))
        .isInstanceOf(PictureRefused.class)
        .extracting(e -> ((PictureRefused) e).code())
        .isEqualTo(Rejection.Code.TOO_LARGE);
  }

  @Test
  void aDamagedPictureIsUnreadable() {
    byte[] damaged = Pictures.plain(20, 20, 0, BufferedImage.TYPE_INT_RGB, "png");
    // Same chunks, but the header says 16 bits of a kind that does not exist
    damaged[24] = 77;

    assertThatThrownBy(() -> decoder.decode(damaged))
        .extracting(e -> ((PictureRefused) e).code())
        .isEqualTo(Rejection.Code.UNREADABLE);
  }

  private void assertMean(byte[] photo, int blue, int green, int red) {
    try (PointerScope scope = new PointerScope()) {
      Scalar mean = mean(decoder.decode(photo).bgr());
      assertThat(new double[] {mean.get(0), mean.get(1), mean.get(2)})
          .satisfies(
              values -> {
                assertThat(Math.abs(values[0] - blue)).isLessThanOrEqualTo(1);
                assertThat(Math.abs(values[1] - green)).isLessThanOrEqualTo(1);
                assertThat(Math.abs(values[2] - red)).isLessThanOrEqualTo(1);
              });
    }
  }

  /** Puts an EXIF segment with nothing but an orientation behind the start marker. */
  private static byte[] withOrientation(byte[] jpeg, int orientation) {
    String tiff =
        "4d4d002a00000008" + "0001" + "0112000300000001000" + orientation + "0000" + "00000000";
    byte[] exif = HexFormat.of().parseHex("457869660000" + tiff);
    ByteArrayOutputStream turned = new ByteArrayOutputStream();
    turned.writeBytes(Arrays.copyOf(jpeg, 2));
    turned.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.length + 2)});
    turned.writeBytes(exif);
    turned.writeBytes(Arrays.copyOfRange(jpeg, 2, jpeg.length));
    return turned.toByteArray();
  }
}
