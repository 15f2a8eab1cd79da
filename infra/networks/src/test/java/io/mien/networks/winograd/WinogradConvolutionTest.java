package io.mien.networks.winograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.device.Autograd;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.layer.Convolution;
import io.mien.networks.layer.NearestUpsampling;
import io.mien.networks.layer.Rows;
import io.mien.networks.layer.TransposedConvolution;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WinogradConvolutionTest {
  private static final int IN = 5;
  private static final int OUT = 3;
  private static final float TOLERANCE = 2e-5f;

  private interface Making {
    WinogradConvolution of(NDArray weight, NDManager manager);
  }

  private interface Direct {
    NDArray of(NDArray x, NDArray weight);
  }

  @ParameterizedTest
  @CsvSource({"8, 16", "4, 12", "6, 10", "2, 4"})
  void sameSizeGivesTheDirectSums(int height, int width) {
    verify(
        new Shape(2, IN, height, width),
        new Shape(OUT, IN, 3, 3),
        WinogradConvolution::same,
        (x, weight) -> Convolution.apply(x, weight, 1, 1));
  }

  @ParameterizedTest
  @CsvSource({"8, 16", "4, 12", "6, 10", "2, 4"})
  void halvingGivesTheDirectSums(int height, int width) {
    verify(
        new Shape(2, IN, height, width),
        new Shape(OUT, IN, 4, 4),
        WinogradConvolution::halving,
        (x, weight) -> Convolution.apply(x, weight, 2, 1));
  }

  @ParameterizedTest
  @CsvSource({"8, 16", "5, 2", "1, 3"})
  void transposedGivesTheDirectSums(int height, int width) {
    verify(
        new Shape(2, IN, height, width),
        new Shape(IN, OUT, 4, 4),
        WinogradConvolution::transposed,
        TransposedConvolution::apply);
  }

  @ParameterizedTest
  @CsvSource({"8, 16", "5, 2", "1, 3"})
  void resizedGivesTheDirectSums(int height, int width) {
    verify(
        new Shape(2, IN, height, width),
        new Shape(OUT, IN, 3, 3),
        WinogradConvolution::resized,
        (x, weight) -> Convolution.apply(NearestUpsampling.doubled(x), weight, 1, 1));
  }

  @Test
  void tooLargeATileIsRefused() {
    assertThatThrownBy(() -> new WinogradTransform(5, 3)).hasMessageContaining("F(5, 3)");
  }

  /** Twice, the second time with fewer maps: what the buffers held must not matter. */
  private static void verify(Shape maps, Shape kernels, Making making, Direct direct) {
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        Autograd silent = Autograd.silent()) {
      // Given
      NDArray weight = manager.randomNormal(kernels);
      WinogradConvolution convolution = making.of(weight, manager);
      Scratch scratch = Scratch.create(manager);
      FeatureMaps buffer = FeatureMaps.bordered(manager);
      for (long n = maps.get(0); n > 0; n--) {
        NDArray x = manager.randomNormal(new Shape(n, IN, maps.get(2), maps.get(3)));
        NDArray inner = buffer.inner(new Shape(n, maps.get(2), maps.get(3), IN));
        Rows.copy(
            x.transpose(0, 2, 3, 1),
            Rows.indices(IntStream.range(0, (int) n).toArray(), manager),
            inner);
        // When
        NDArray y = convolution.apply(inner, scratch).transpose(0, 3, 1, 2);
        // Then
        NDArray expected = direct.of(x, weight);
        assertThat(y.getShape()).isEqualTo(expected.getShape());
        assertThat(y.sub(expected).abs().max().getFloat())
            .isLessThan(TOLERANCE * expected.abs().max().getFloat());
      }
    }
  }
}
