package io.mien.ingest.face.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import io.mien.contracts.dataset.CropRecipe;
import java.util.function.IntBinaryOperator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CropWarpTest {

  private PointerScope scope;

  @BeforeAll
  static void load() {
    OpenCv.load(2L << 30, 2);
  }

  @BeforeEach
  void open() {
    scope = new PointerScope();
  }

  @AfterEach
  void close() {
    scope.close();
  }

  @Test
  void takesTheSquareAroundTheFaceWithItsMargin() {
    // Given a picture whose value is its column, and a face 100 wide with a margin of 14
    Mat picture = picture((x, y) -> x);
    Mat crop = CropWarp.crop(picture, new Box(64, 60, 100, 100), 0, recipe(64, 0.14));

    // Then pixel u of 64 stands for 2 columns from 50 on
    for (int u = 0; u < 64; u += 7) {
      assertThat(value(crop, u, 30)).isCloseTo(50 + 2 * u, within(1.01));
    }
  }

  @Test
  void rollIsTurnedBack() {
    // Given a picture that grows along a line falling by 12 degrees to the right
    double cos = Math.cos(Math.toRadians(12));
    double sin = Math.sin(Math.toRadians(12));
    Mat picture = picture((x, y) -> (int) Math.round(0.6 * (cos * x + sin * y)));

    Mat crop = CropWarp.crop(picture, new Box(70, 70, 100, 100), 12, recipe(64, 0));

    // Then its rows are all the same
    for (int u = 4; u < 60; u += 8) {
      assertThat(value(crop, u, 60)).isCloseTo(value(crop, u, 4), within(1.5));
    }
  }

  @Test
  void finePatternsAreAveragedNotSkipped() {
    Mat checks = picture((x, y) -> (x + y) % 2 * 255);

    Mat crop = CropWarp.crop(checks, new Box(10, 10, 230, 230), 0, recipe(32, 0));

    for (int u = 1; u < 31; u++) {
      assertThat(value(crop, u, u)).isCloseTo(127, within(12.0));
    }
  }

  @Test
  void beyondTheBorderItsLastPixelsAreRepeated() {
    Mat picture = picture((x, y) -> 40 + x / 2);

    Mat crop = CropWarp.crop(picture, new Box(-50, 100, 100, 100), 0, recipe(50, 0));

    assertThat(value(crop, 2, 25)).isCloseTo(40, within(0.5));
    assertThat(value(crop, 20, 25)).isCloseTo(40, within(0.5));
    assertThat(value(crop, 45, 25)).isCloseTo(40 + 41 / 2.0, within(1.0));
  }

  private static CropRecipe recipe(int size, double margin) {
    return new CropRecipe("cascade-v1", size, margin, true);
  }

  private static Mat picture(IntBinaryOperator value) {
    Mat picture = new Mat(256, 256, CV_8UC3);
    try (UByteIndexer pixels = picture.createIndexer()) {
      for (int y = 0; y < 256; y++) {
        for (int x = 0; x < 256; x++) {
          for (int channel = 0; channel < 3; channel++) {
            pixels.put(y, x, channel, value.applyAsInt(x, y));
          }
        }
      }
    }
    return picture;
  }

  private static double value(Mat picture, int x, int y) {
    try (UByteIndexer pixels = picture.createIndexer()) {
      return pixels.get(y, x, 1);
    }
  }
}
