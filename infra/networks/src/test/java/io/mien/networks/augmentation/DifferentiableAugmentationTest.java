package io.mien.networks.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.device.Autograd;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.random.CounterRandom;
import io.mien.networks.random.PartRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DifferentiableAugmentationTest {
  private static final int SIDE = 16;
  private static final int IMAGES = 8;

  private NDManager manager;

  @BeforeEach
  void open() {
    manager = TorchRuntime.start().newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @ParameterizedTest
  @EnumSource(AugmentationPolicy.class)
  void sameRandomnessGivesTheSameImages(AugmentationPolicy policy) {
    NDArray images = images();
    float[] once = change(policy, images, 1).toFloatArray();
    assertThat(change(policy, images, 1).toFloatArray()).isEqualTo(once);
    assertThat(change(policy, images, 2).toFloatArray()).isNotEqualTo(once);
  }

  /** All policies are linear in the image or affine: the gradient of a sum of squares tells it. */
  @ParameterizedTest
  @EnumSource(AugmentationPolicy.class)
  void gradientIsThatOfFiniteDifferences(AugmentationPolicy policy) {
    // Given
    NDArray images = images();
    images.setRequiresGradient(true);
    // When
    try (Autograd recording = Autograd.recording()) {
      Autograd.backward(change(policy, images, 3).square().sum());
    }
    float[] gradient = images.getGradient().toFloatArray();
    // Then
    images.setRequiresGradient(false);
    for (int at : new int[] {0, 5 * SIDE + 3, 3 * SIDE * SIDE + 8 * SIDE + 8}) {
      double slope =
          (energy(policy, images, at, 1e-2f) - energy(policy, images, at, -1e-2f)) / 2e-2;
      assertThat((double) gradient[at]).isCloseTo(slope, within(0.05));
    }
  }

  @Test
  void translationMovesWholeImagesByAtMostAnEighthAndFillsWithZeros() {
    // Given images that are 1 everywhere
    NDArray ones = manager.ones(new Shape(64, 3, SIDE, SIDE));
    // When
    float[] moved = change(AugmentationPolicy.TRANSLATION, ones, 4).toFloatArray();
    // Then each has a border of zeros of at most two pixels, and all shifts occur
    Set<Integer> zeros = new HashSet<>();
    for (int image = 0; image < 64; image++) {
      int count = 0;
      for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
        count += moved[image * 3 * SIDE * SIDE + pixel] == 0 ? 1 : 0;
      }
      zeros.add(count);
    }
    // Rows and columns of 16 lost: 0, 1 or 2 each
    assertThat(zeros).containsOnly(0, 16, 31, 32, 46, 60);
  }

  @Test
  void cutoutRemovesOneSquareFromAllChannels() {
    NDArray ones = manager.ones(new Shape(64, 3, SIDE, SIDE));
    float[] cut = change(AugmentationPolicy.CUTOUT, ones, 5).toFloatArray();
    for (int image = 0; image < 64; image++) {
      int lost = 0;
      for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
        int at = image * 3 * SIDE * SIDE + pixel;
        assertThat(cut[at + SIDE * SIDE]).isEqualTo(cut[at]);
        assertThat(cut[at + 2 * SIDE * SIDE]).isEqualTo(cut[at]);
        lost += cut[at] == 0 ? 1 : 0;
      }
      assertThat(lost).isBetween(4 * 4, 8 * 8);
    }
  }

  @Test
  void colourOfAGreyImageStaysGrey() {
    NDArray grey = manager.full(new Shape(IMAGES, 3, SIDE, SIDE), 0.25f, DataType.FLOAT32);
    float[] changed = change(AugmentationPolicy.COLOR, grey, 6).toFloatArray();
    for (int image = 0; image < IMAGES; image++) {
      int at = image * 3 * SIDE * SIDE;
      assertThat(changed[at]).isBetween(-0.25f, 0.75f);
      assertThat(changed[at + SIDE * SIDE]).isCloseTo(changed[at], within(1e-6f));
    }
  }

  @Test
  void nothingAskedChangesNothing() {
    NDArray images = images();
    assertThat(
            DifferentiableAugmentation.none()
                .apply(images, PartRandom.whole(CounterRandom.of(1, "augmentation", 1))))
        .isSameAs(images);
  }

  private NDArray images() {
    CounterRandom random = CounterRandom.of(9, "images", 0);
    float[] values = new float[IMAGES * 3 * SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      values[i] = 2 * random.nextFloat() - 1;
    }
    return manager.create(values, new Shape(IMAGES, 3, SIDE, SIDE));
  }

  private static NDArray change(AugmentationPolicy policy, NDArray images, long step) {
    return new DifferentiableAugmentation(List.of(policy))
        .apply(images, PartRandom.whole(CounterRandom.of(1, "augmentation", step)));
  }

  /** Sum of squares of the changed images when one value is moved. */
  private double energy(AugmentationPolicy policy, NDArray images, int at, float by) {
    float[] values = images.toFloatArray();
    values[at] += by;
    NDArray moved = manager.create(values, images.getShape());
    double energy = 0;
    for (float value : change(policy, moved, 3).toFloatArray()) {
      energy += (double) value * value;
    }
    return energy;
  }
}
