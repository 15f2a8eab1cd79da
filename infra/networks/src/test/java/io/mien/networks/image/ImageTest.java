package io.mien.networks.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.device.TorchRuntime;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageTest {
  private static final RgbImage EVERY_LEVEL = everyLevel();

  @Test
  void pngKeepsEveryLevelAndItsText() {
    // When
    byte[] png = Png.encode(EVERY_LEVEL, Map.of("digitalSourceType", "trained"));
    // Then
    assertThat(Png.decode(png).rgb()).isEqualTo(EVERY_LEVEL.rgb());
    assertThat(new String(png, StandardCharsets.ISO_8859_1)).contains("digitalSourceType");
    assertThatThrownBy(() -> Png.decode(new byte[] {1, 2, 3})).hasMessageContaining("3 bytes");
  }

  @Test
  void arraysSpanMinusOneToOneAndComeBackUnchanged() {
    try (NDManager manager = TorchRuntime.start().newBaseManager()) {
      // When
      NDArray array = PixelArrays.toArray(List.of(EVERY_LEVEL, EVERY_LEVEL), manager);
      // Then
      assertThat(array.min().getFloat()).isEqualTo(-1f);
      assertThat(array.max().getFloat()).isEqualTo(1f);
      assertThat(array.get("1, 1, 0, 5").getFloat())
          .isEqualTo(EVERY_LEVEL.at(5, 0, 1) / 127.5f - 1);
      assertThat(PixelArrays.toImages(array).get(1).rgb()).isEqualTo(EVERY_LEVEL.rgb());
    }
  }

  @Test
  void numbersBecomeTheNearestLevelAndStayWithinThem() {
    try (NDManager manager = TorchRuntime.start().newBaseManager()) {
      float step = 1 / 127.5f;
      float[] numbers = {
        -2,
        -1,
        1,
        1.01f,
        2,
        0.51f * step - 1,
        0.49f * step - 1,
        9.49f * step - 1,
        9.51f * step - 1,
        0,
        1,
        -1
      };
      NDArray array = manager.create(numbers, new Shape(1, 3, 2, 2));
      // When
      RgbImage image = PixelArrays.toImages(array).get(0);
      // Then
      int[][] planes = {{0, 0, 255, 255}, {255, 1, 0, 9}, {10, 128, 255, 0}};
      for (int channel = 0; channel < 3; channel++) {
        for (int at = 0; at < 4; at++) {
          assertThat(image.at(at % 2, at / 2, channel)).isEqualTo(planes[channel][at]);
        }
      }
      assertThat(array.toFloatArray()).isEqualTo(numbers);
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_4BYTE_ABGR,
        BufferedImage.TYPE_CUSTOM
      })
  void coloursAreTheSameHoweverAnImageKeepsThem(int type) {
    // Given
    BufferedImage image = EVERY_LEVEL.toBufferedImage();
    if (type != BufferedImage.TYPE_CUSTOM) {
      BufferedImage other = new BufferedImage(16, 16, type);
      for (int i = 0; i < 16 * 16; i++) {
        other.setRGB(i % 16, i / 16, image.getRGB(i % 16, i / 16));
      }
      image = other;
    }
    // When
    RgbImage copied = RgbImage.of(image);
    RgbImage part = RgbImage.of(image.getSubimage(3, 5, 8, 4));
    // Then
    assertThat(copied.rgb()).isEqualTo(EVERY_LEVEL.rgb()).isNotSameAs(EVERY_LEVEL.rgb());
    assertThat(part.at(7, 3, 2)).isEqualTo(EVERY_LEVEL.at(10, 8, 2));
  }

  @Test
  void gridPlacesImagesRowByRow() {
    // Given
    RgbImage dark = new RgbImage(2, 2, new byte[12]);
    RgbImage light = new RgbImage(2, 2, new byte[] {9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9});
    // When
    RgbImage grid = ImageGrid.of(List.of(dark, light, light), 2);
    // Then
    assertThat(grid.at(1, 1, 0)).isZero();
    assertThat(grid.at(2, 0, 2)).isEqualTo(9);
    assertThat(grid.at(0, 3, 1)).isEqualTo(9);
    assertThat(grid.at(3, 3, 1)).isZero();
  }

  private static RgbImage everyLevel() {
    byte[] rgb = new byte[3 * 16 * 16];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (i * 7 + i / 256);
    }
    return new RgbImage(16, 16, rgb);
  }
}
