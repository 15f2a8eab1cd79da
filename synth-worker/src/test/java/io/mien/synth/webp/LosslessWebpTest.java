package io.mien.synth.webp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.drawn.DrawnDataset;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Read back by a decoder that is not ours (TwelveMonkeys, which ImageIO finds). */
class LosslessWebpTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 9", "17, 1", "64, 64", "600, 513"})
  void everyPixelComesBackWhateverItIs(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    new Random(7).nextBytes(rgb);

    assertComesBack(new RgbImage(width, height, rgb));
  }

  @Test
  void aPlainPictureNeedsNoBitsForItsPixels() {
    RgbImage black = new RgbImage(500, 500, new byte[3 * 500 * 500]);

    assertComesBack(black);
    assertThat(LosslessWebp.encode(black, "").length).isLessThan(150);
  }

  @Test
  void levelsOfWhichSomeAreVeryRareGetCodesThatAreNotTooLong() {
    // Given levels each half as frequent as the one before
    Random random = new Random(3);
    byte[] rgb = new byte[3 * 700 * 700];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (7 * Long.numberOfTrailingZeros(random.nextLong() | 1L << 40));
    }

    assertComesBack(new RgbImage(700, 700, rgb));
  }

  @Test
  void aFaceIsSmallerThanAsPng() {
    RgbImage face = RgbImage.of(DrawnDataset.of(1, 1).faces().get(0).render(192));

    assertComesBack(face);
    assertThat(LosslessWebp.encode(face, "").length).isLessThan(Png.encode(face).length);
  }

  @Test
  void theFileIsMadeOfWholeChunksAndHasThePacket() {
    RgbImage image = new RgbImage(3, 2, new byte[18]);
    ByteBuffer file =
        ByteBuffer.wrap(LosslessWebp.encode(image, "<x/>\uFEFF")).order(ByteOrder.LITTLE_ENDIAN);

    assertThat(name(file)).isEqualTo("RIFF");
    assertThat(file.getInt()).isEqualTo(file.remaining());
    assertThat(name(file)).isEqualTo("WEBP");
    assertThat(name(file)).isEqualTo("VP8X");
    assertThat(content(file)).containsExactly(4, 0, 0, 0, 2, 0, 0, 1, 0, 0);
    assertThat(name(file)).isEqualTo("VP8L");
    assertThat(content(file)).startsWith(0x2f);
    assertThat(name(file)).isEqualTo("XMP ");
    assertThat(new String(content(file), UTF_8)).isEqualTo("<x/>\uFEFF");
    assertThat(file.remaining()).isZero();
  }

  @Test
  void moreThanTheFormatCanSayIsRefused() {
    RgbImage wide = new RgbImage(16385, 1, new byte[3 * 16385]);

    assertThatThrownBy(() -> LosslessWebp.encode(wide, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("16384");
  }

  private static void assertComesBack(RgbImage image) {
    RgbImage decoded = Png.decode(LosslessWebp.encode(image, "<x/>"));

    assertThat(decoded.width()).isEqualTo(image.width());
    assertThat(decoded.height()).isEqualTo(image.height());
    assertThat(decoded.rgb()).isEqualTo(image.rgb());
  }

  private static String name(ByteBuffer file) {
    byte[] name = new byte[4];
    file.get(name);
    return new String(name, US_ASCII);
  }

  private static byte[] content(ByteBuffer file) {
    byte[] content = new byte[file.getInt()];
    file.get(content);
    if (content.length % 2 == 1) {
      assertThat(file.get()).isZero();
    }
    return content;
  }
}
