package io.mien.synth.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mien.networks.image.RgbImage;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class ResizedTest {

  @Test
  void aSlopeStaysASlopeInALargerPicture() {
    RgbImage larger = Resized.square(picture(16, (x, y) -> 10 * x), 64);

    assertThat(larger.width()).isEqualTo(64);
    for (int x = 8; x < 56; x++) {
      assertThat(larger.at(x, 30, 1))
          .isCloseTo((int) Math.round(10 * ((x + 0.5) / 4 - 0.5)), within(1));
    }
  }

  @Test
  void finePatternsAreAveragedInASmallerPicture() {
    RgbImage smaller = Resized.square(picture(64, (x, y) -> (x + y) % 2 * 200), 16);

    for (int i = 2; i < 14; i++) {
      assertThat(smaller.at(i, i, 0)).isCloseTo(100, within(4));
    }
  }

  @Test
  void theSameSizeIsTheSamePicture() {
    RgbImage picture = picture(16, (x, y) -> x * y);

    assertThat(Resized.square(picture, 16)).isSameAs(picture);
  }

  @Test
  void intensityGoesFromThePhotoToWhatWasGenerated() {
    RgbImage photo = picture(4, (x, y) -> 100);
    RgbImage generated = picture(4, (x, y) -> 200);

    assertThat(Blend.of(photo, generated, 0.25).at(1, 1, 0)).isEqualTo(125);
    assertThat(Blend.of(generated, photo, 0.5).at(1, 1, 2)).isEqualTo(150);
    assertThat(Blend.of(photo, generated, 1)).isSameAs(generated);
  }

  private static RgbImage picture(int side, IntBinaryOperator value) {
    byte[] rgb = new byte[3 * side * side];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) value.applyAsInt(i / 3 % side, i / 3 / side);
    }
    return new RgbImage(side, side, rgb);
  }
}
