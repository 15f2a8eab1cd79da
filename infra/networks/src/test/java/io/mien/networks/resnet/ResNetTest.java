package io.mien.networks.resnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.layer.BatchNorm.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResNetTest {
  @ParameterizedTest
  @CsvSource({"18, 11689512", "34, 21797672", "50, 25557032"})
  void hasAsManyParametersAsTorchvision(int depth, long parameters) {
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        ResNet network = ResNet.initialize(ResNetSpec.torchvision(depth), 1000, manager, 1)) {
      assertThat(network.weights().size()).isEqualTo(parameters);
    }
  }

  @ParameterizedTest
  @CsvSource({"18, IMAGENET, 32", "34, STRIDED, 16", "50, SMALL, 8", "50, IMAGENET, 45"})
  void smallestAndOddImagesPassAnyStem(int depth, Stem stem, int size) {
    ResNetSpec spec = new ResNetSpec(depth, 2, stem);
    spec.requireFits(size);
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        ResNet network = ResNet.initialize(spec, 3, manager, 1);
        NDArray x = manager.randomNormal(new Shape(2, 3, size, size));
        NDArray logits = network.forward(x, Statistics.RUNNING)) {
      assertThat(logits.getShape()).isEqualTo(new Shape(2, 3));
    }
  }

  @Test
  void leavesNothingBehindButItsLogits() {
    ResNetSpec spec = new ResNetSpec(50, 2, Stem.SMALL, PixelScale.IMAGENET);
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        ResNet network = ResNet.initialize(spec, 3, manager, 1);
        NDArray x = manager.randomNormal(new Shape(2, 3, 16, 16))) {
      int before = manager.getManagedArrays().size();

      network.forward(x, Statistics.RUNNING).close();

      assertThat(manager.getManagedArrays()).hasSize(before);
    }
  }

  @Test
  void refusesUnknownDepthsAndImagesTooSmallForTheStem() {
    assertThatThrownBy(() -> new ResNetSpec(101, 64, Stem.IMAGENET))
        .hasMessage("Depth must be 18, 34 or 50, not 101.");
    assertThatThrownBy(() -> new ResNetSpec(18, 64, Stem.IMAGENET).requireFits(31))
        .hasMessageContaining("needs 32 or more")
        .hasMessageContaining("use a stem that reduces less");
  }
}
