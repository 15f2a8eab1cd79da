package io.mien.networks.layer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.device.TorchRuntime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerTest {
  private static final float TOLERANCE = 2e-5f;

  @ParameterizedTest
  @CsvSource({"12, 16, 7", "4, 8, 7", "8, 8, 5"})
  void labelPlanesRespondLikeDrawnPlanes(int height, int width, int kernel) {
    try (NDManager manager = TorchRuntime.start().newBaseManager()) {
      // Given
      NDArray condition = manager.randomNormal(new Shape(2, 3));
      NDArray weight = manager.randomNormal(new Shape(4, 3, kernel, kernel));
      NDArray planes =
          condition.reshape(2, 3, 1, 1).broadcast(new Shape(2, 3, height, width)).duplicate();
      // When
      NDArray response = LabelPlanes.response(condition, weight, height, width);
      // Then
      assertSame(response, Convolution.apply(planes, weight, 1, kernel / 2));
    }
  }

  @Test
  void narrowConvolutionGivesTheSameSums() {
    try (NDManager manager = TorchRuntime.start().newBaseManager()) {
      // Given
      NDArray x = manager.randomNormal(new Shape(2, 5, 12, 8));
      NDArray weight = manager.randomNormal(new Shape(3, 5, 7, 7));
      // When, Then
      assertSame(NarrowConvolution.apply(x, weight), Convolution.apply(x, weight, 1, 3));
    }
  }

  @Test
  void transposedConvolutionSpreadsAPixelAsItsKernel() {
    try (NDManager manager = TorchRuntime.start().newBaseManager()) {
      // Given
      NDArray x = manager.zeros(new Shape(1, 1, 3, 3));
      x.set(new NDIndex(0, 0, 1, 1), 1f);
      NDArray weight = manager.arange(16f).reshape(1, 1, 4, 4);
      // When
      NDArray y = TransposedConvolution.apply(x, weight);
      // Then: the kernel lies at 2·1 − 1, neither mirrored nor turned
      assertThat(y.get("0, 0, 1:5, 1:5")).isEqualTo(weight.get("0, 0"));
      assertThat(y.sum().getFloat()).isEqualTo(120f);
    }
  }

  @Test
  void instanceNormTakesTheStatisticsOfEachInstance() {
    try (NDManager manager = TorchRuntime.start().newBaseManager()) {
      // Given
      NDArray x = manager.randomNormal(new Shape(2, 3, 8, 8)).mul(4).add(7);
      NDArray scale = manager.create(new float[] {1, 2, 3});
      NDArray shift = manager.create(new float[] {0, 10, 20});
      // When
      NDArray y = InstanceNorm.apply(x, scale, shift).reshape(2, 3, 64);
      // Then
      NDArray means = y.mean(new int[] {2});
      NDArray deviations = y.sub(means.expandDims(2)).square().mean(new int[] {2}).sqrt();
      assertSame(means, shift.tile(2).reshape(2, 3));
      assertThat(deviations.sub(scale.tile(2).reshape(2, 3)).abs().max().getFloat())
          .isLessThan(1e-3f);
    }
  }

  private static void assertSame(NDArray actual, NDArray expected) {
    assertThat(actual.getShape()).isEqualTo(expected.getShape());
    float scale = expected.abs().max().getFloat();
    assertThat(actual.sub(expected).abs().max().getFloat()).isLessThan(TOLERANCE * scale);
  }
}
