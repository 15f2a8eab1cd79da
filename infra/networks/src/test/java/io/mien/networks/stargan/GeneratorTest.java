package io.mien.networks.stargan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelSpace;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratorTest {
  private static final LabelSpace SEVEN = space(7);

  @ParameterizedTest
  @EnumSource(LabelInjection.class)
  void labelReachesTheImage(LabelInjection injection) {
    // Given
    GeneratorSpec spec =
        new GeneratorSpec(
            4, 1, injection, OutputHead.TANH, Upsampling.TRANSPOSED, 7, GeneratorStart.standard());
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        Generator generator = Generator.initialize(spec, SEVEN, manager, 1)) {
      NDArray x = manager.linspace(-1, 1, 3 * 16 * 16).reshape(1, 3, 16, 16);
      // When
      NDArray happy = generator.forward(x, label(manager, 1));
      NDArray sad = generator.forward(x, label(manager, 2));
      // Then
      assertThat(happy.sub(sad).abs().max().getFloat()).isGreaterThan(1e-4f);
    }
  }

  @ParameterizedTest
  @EnumSource(OutputHead.class)
  void everyHeadStaysInRangeAtEveryUpsampling(OutputHead head) {
    for (Upsampling upsampling : Upsampling.values()) {
      // Given
      GeneratorSpec spec =
          new GeneratorSpec(
              4, 1, LabelInjection.CONDITIONAL, head, upsampling, 5, GeneratorStart.standard());
      try (NDManager manager = TorchRuntime.start().newBaseManager();
          Generator generator = Generator.initialize(spec, SEVEN, manager, 1)) {
        NDArray x = manager.linspace(-1, 1, 2 * 3 * 16 * 12).reshape(2, 3, 16, 12);
        // When
        NDArray y = generator.forward(x, label(manager, 1).tile(new long[] {2, 1}));
        // Then
        assertThat(y.getShape()).isEqualTo(new Shape(2, 3, 16, 12));
        assertThat(y.abs().max().getFloat()).isLessThanOrEqualTo(1f);
      }
    }
  }

  @Test
  void paperDimensionsGiveThePaperParameterCounts() {
    // Given
    GeneratorSpec generatorSpec = GeneratorSpec.faithful(64, 6);
    CriticSpec criticSpec = CriticSpec.faithful(64, 6);
    // When, Then
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        Generator generator = Generator.initialize(generatorSpec, space(5), manager, 1);
        Critic critic = Critic.initialize(criticSpec, 128, space(5), manager, 1)) {
      assertThat(generator.parameters().size()).isEqualTo(8_430_528);
      assertThat(critic.parameters().size()).isEqualTo(44_762_048);
    }
  }

  @Test
  void sizesThatDoNotFitAreRefused() {
    // Given
    GeneratorSpec spec = GeneratorSpec.faithful(4, 1);
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        Generator generator = Generator.initialize(spec, SEVEN, manager, 1)) {
      NDArray x = manager.zeros(new Shape(1, 3, 18, 16));
      // When, Then
      assertThatThrownBy(() -> generator.forward(x, label(manager, 0)))
          .hasMessageContaining("multiples of 4")
          .hasMessageContaining("18");
    }
    assertThatThrownBy(() -> CriticSpec.faithful(16, 5).lastSize(48))
        .hasMessageContaining("48 pixels");
  }

  private static LabelSpace space(int labels) {
    return LabelSpace.of(
        LabelGroup.exclusive(IntStream.range(0, labels).mapToObj(i -> "label-" + i).toList()));
  }

  private static NDArray label(NDManager manager, int index) {
    NDArray label = manager.zeros(new Shape(1, 7));
    label.set(new NDIndex(0, index), 1f);
    return label;
  }
}
