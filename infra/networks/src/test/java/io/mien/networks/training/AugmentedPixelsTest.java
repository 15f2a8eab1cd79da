package io.mien.networks.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mien.networks.image.ImageSet;
import io.mien.networks.image.RgbImage;
import io.mien.networks.random.CounterRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AugmentedPixelsTest {
  private static final int SIZE = 16;
  private static final ImageSet FACES = Faces.set(6, SIZE, 1);
  private static final int[] ALL = {0, 1, 2, 3, 4, 5};

  @Test
  void quarterTurnMovesEveryPixelExactly() {
    RgbImage image = FACES.get(0).image();
    BilinearPixels pixels = new BilinearPixels(image);
    AffineMap map = AffineMap.of(90, 1, SIZE);
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        pixels.moveTo(map.column(x, y), map.row(x, y));
        assertThat(pixels.level(1)).isCloseTo(image.at(SIZE - 1 - y, x, 1), within(1e-3f));
      }
    }
  }

  @Test
  void twiceTheSizeShowsTheMiddleHalf() {
    AffineMap map = AffineMap.of(0, 2, SIZE);

    assertThat(map.column(0, 0)).isEqualTo(3.75);
    assertThat(map.row(0, SIZE - 1)).isEqualTo(11.25);
    assertThat(map.column(SIZE - 1, 3)).isEqualTo(11.25);
  }

  @Test
  void colourBetweenPixelsIsTheirWeightedMean() {
    byte[] rgb = new byte[12];
    rgb[0] = 0;
    rgb[3] = 100;
    rgb[6] = 40;
    rgb[9] = (byte) 200;
    BilinearPixels pixels = new BilinearPixels(new RgbImage(2, 2, rgb));

    pixels.moveTo(0.25, 0.5);

    assertThat(pixels.level(0)).isCloseTo((25 + 80) / 2f, within(1e-4f));
  }

  @Test
  void warpTooSmallToSeeChangesNothingElse() {
    Augmentation plain = new Augmentation(true, 2, 0.1, 0.1);
    Augmentation warped = new Augmentation(true, 2, 0.1, 0.1, new Warp(1e-9, 0), Erasing.none());

    float[] a = fill(plain, 4);
    float[] b = fill(warped, 4);

    for (int i = 0; i < a.length; i++) {
      assertThat(b[i]).isCloseTo(a[i], within(1e-4f));
    }
  }

  @Test
  void sameIterationDrawsTheSameAndAnotherDoesNot() {
    Augmentation all =
        new Augmentation(true, 2, 0.1, 0.1, new Warp(15, 0.1), new Erasing(0.5, 0.2));

    assertThat(fill(all, 7)).isEqualTo(fill(all, 7)).isNotEqualTo(fill(all, 8));
  }

  @Test
  void erasedRectanglesLieWithinTheImageAndHaveTheAreaAskedFor() {
    Erasing erasing = new Erasing(1, 0.3);
    CounterRandom random = CounterRandom.of(1, "erasing", 0);
    Set<Integer> lefts = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      Erasing.Rectangle part = erasing.draw(64, random).orElseThrow();
      lefts.add(part.left());
      assertThat(part.left() + part.width()).isLessThanOrEqualTo(64);
      assertThat(part.top() + part.height()).isLessThanOrEqualTo(64);
      assertThat(part.width() * part.height() / 4096.0).isBetween(0.015, 0.32);
    }
    assertThat(lefts).hasSizeGreaterThan(20);
  }

  @Test
  void erasingTurnsOneRectangleGrey() {
    Augmentation erased = new Augmentation(false, 0, 0, 0, Warp.none(), new Erasing(1, 0.2));
    float[] before = fill(Augmentation.none(), 0);
    float[] after = fill(erased, 0);
    int changed = 0;
    for (int i = 0; i < before.length; i++) {
      if (after[i] != before[i]) {
        assertThat(after[i]).isZero();
        changed++;
      }
    }
    assertThat(changed / (double) before.length).isBetween(0.01, 0.22);
  }

  @Test
  void refusesSenselessChanges() {
    assertThatThrownBy(() -> new Warp(-1, 0)).hasMessageContaining("rotation");
    assertThatThrownBy(() -> new Warp(0, 1)).hasMessageContaining("scale");
    assertThatThrownBy(() -> new Erasing(0.5, 0.001)).hasMessageContaining("area");
    assertThatThrownBy(() -> new Erasing(1.5, 0.1)).hasMessageContaining("probability");
  }

  private static float[] fill(Augmentation augmentation, long iteration) {
    PixelMemory memory = new PixelMemory(ALL.length, FACES.imageSize());
    new AugmentedPixels(FACES, augmentation, 3)
        .write(ALL, BatchPart.whole(iteration, ALL.length), memory);
    float[] values = new float[memory.values().remaining()];
    memory.values().get(values);
    return values;
  }
}
