package io.mien.ingest.face.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.picture.CropPlacement;
import java.util.function.IntUnaryOperator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementTest {

  @BeforeAll
  static void load() {
    OpenCv.load(2L << 30, 2);
  }

  @ParameterizedTest
  @CsvSource({"0,64,0.15", "12,64,0.15", "-25,32,0", "7.5,200,0.3"})
  void everyPixelOfACropShowsTheMiddleOfItsPlace(double roll, int size, double margin) {
    CropRecipe recipe = new CropRecipe("cascade-v1", size, margin, true);
    Box face = new Box(71.3, 64.8, 96.4, 90);
    try (PointerScope scope = new PointerScope()) {
      // Given pictures whose red tells the column and whose green the row: one as it is, one as
      // what is missing to 255, since halves are rounded up
      Mat crop = CropWarp.crop(picture(level -> level), face, roll, recipe);
      Mat missing = CropWarp.crop(picture(level -> 255 - level), face, roll, recipe);
      CropPlacement placement = Placement.of(face, roll, recipe, 1);

      // Then each tells its place to about a level, which is rounded twice, and none leans
      double right = 0;
      double down = 0;
      for (int u = 2; u < size - 2; u++) {
        for (int v = 2; v < size - 2; v++) {
          double column = (value(crop, u, v, 2) + 255 - value(missing, u, v, 2)) / 2;
          double row = (value(crop, u, v, 1) + 255 - value(missing, u, v, 1)) / 2;
          double x = column - (placement.x(u + 0.5, v + 0.5) - 0.5);
          double y = row - (placement.y(u + 0.5, v + 0.5) - 0.5);
          assertThat(Math.max(Math.abs(x), Math.abs(y))).as("%d, %d", u, v).isLessThan(1.1);
          right += x;
          down += y;
        }
      }
      double pixels = (size - 4) * (size - 4);
      assertThat(right / pixels).as("mean to the right").isCloseTo(0, within(0.05));
      assertThat(down / pixels).as("mean down").isCloseTo(0, within(0.05));
    }
  }

  @Test
  void inAPhotoThatWasDecodedSmallerItLiesInTheWholePhoto() {
    CropRecipe recipe = new CropRecipe("cascade-v1", 64, 0.2, true);
    Box face = new Box(100, 50, 80, 80);

    CropPlacement small = Placement.of(face, 9, recipe, 1);
    CropPlacement whole = Placement.of(face, 9, recipe, 4);

    assertThat(whole.x(10, 20)).isCloseTo(4 * small.x(10, 20), within(1e-9));
    assertThat(whole.y(10, 20)).isCloseTo(4 * small.y(10, 20), within(1e-9));
  }

  @Test
  void aFixedPartOfThePictureLiesWhereItWasTaken() {
    CropRecipe recipe = new CropRecipe("celeba-center-crop", 89, 0, false);
    try (PointerScope scope = new PointerScope();
        CelebaCenterCrop detector = new CelebaCenterCrop()) {
      Mat picture = new Mat(picture(level -> level), new Rect(0, 0, 178, 218));
      Box face = detector.find(picture).get(0).box();

      Mat crop = detector.cut(picture, face, 0, recipe);
      CropPlacement placement = Placement.of(face, 0, recipe, 1);

      assertThat(value(crop, 40, 50, 2)).isCloseTo(placement.x(40.5, 50.5) - 0.5, within(0.75));
      assertThat(value(crop, 40, 50, 1)).isCloseTo(placement.y(40.5, 50.5) - 0.5, within(0.75));
    }
  }

  private static Mat picture(IntUnaryOperator shown) {
    Mat picture = new Mat(256, 256, CV_8UC3);
    try (UByteIndexer pixels = picture.createIndexer()) {
      for (int y = 0; y < 256; y++) {
        for (int x = 0; x < 256; x++) {
          pixels.put(y, x, 0, 0);
          pixels.put(y, x, 1, shown.applyAsInt(y));
          pixels.put(y, x, 2, shown.applyAsInt(x));
        }
      }
    }
    return picture;
  }

  private static double value(Mat picture, int x, int y, int channel) {
    try (UByteIndexer pixels = picture.createIndexer()) {
      return pixels.get(y, x, channel);
    }
  }
}
