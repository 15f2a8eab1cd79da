package io.mien.networks.stargan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.device.Autograd;
import io.mien.networks.device.SideBySide;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelSpace;
import io.mien.networks.layer.Rows;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PreparedGeneratorTest {
  private static final LabelSpace LABELS =
      LabelSpace.of(LabelGroup.exclusive(List.of("neutral", "happy", "sad")));
  private static final double ENOUGH_DECIBELS = 90;

  /** Image i is of face i; conditions are any numbers. */
  private static final int[] FACE_OF = {1, 0, 1, 1, 2, 0};

  static Stream<Arguments> sizes() {
    return Stream.of(
        Arguments.of(8, 12), Arguments.of(16, 16), Arguments.of(36, 20), Arguments.of(64, 64));
  }

  @ParameterizedTest
  @EnumSource(LabelInjection.class)
  void everyInjectionGivesTheImagesOfThePlainForward(LabelInjection injection) {
    for (Upsampling upsampling : Upsampling.values()) {
      assertThat(decibels(spec(injection, OutputHead.TANH, upsampling), 16, 16))
          .isGreaterThan(ENOUGH_DECIBELS);
    }
  }

  @ParameterizedTest
  @EnumSource(OutputHead.class)
  void everyHeadGivesTheImagesOfThePlainForward(OutputHead head) {
    GeneratorSpec spec = spec(LabelInjection.CONDITIONAL_RESIDUAL, head, Upsampling.TRANSPOSED);
    assertThat(decibels(spec, 16, 16)).isGreaterThan(ENOUGH_DECIBELS);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void everySizeGivesTheImagesOfThePlainForward(int height, int width) {
    assertThat(decibels(GeneratorSpec.faithful(8, 2), height, width))
        .isGreaterThan(ENOUGH_DECIBELS);
  }

  @Test
  void largeImagesPassOneByOne() {
    GeneratorSpec spec =
        spec(LabelInjection.CONDITIONAL_DECODER, OutputHead.ATTENTION, Upsampling.RESIZE);
    assertThat(decibels(spec, 256, 256)).isGreaterThan(ENOUGH_DECIBELS);
  }

  @Test
  void thePaperDimensionsGiveTheImagesOfThePlainForward() {
    assertThat(decibels(GeneratorSpec.faithful(64, 6), 32, 32)).isGreaterThan(ENOUGH_DECIBELS);
  }

  @ParameterizedTest
  @EnumSource(
      value = LabelInjection.class,
      names = {"CONCAT", "CONDITIONAL_RESIDUAL", "CONDITIONAL_DECODER"})
  void anyNumberOfThreadsGivesTheImagesOfThePlainForward(LabelInjection injection) {
    TorchRuntime.start();
    int before = SideBySide.lanes();
    try {
      for (int threads : new int[] {1, 2, 5}) {
        TorchRuntime.useThreads(threads);
        GeneratorSpec spec = spec(injection, OutputHead.ATTENTION, Upsampling.TRANSPOSED);
        assertThat(decibels(spec, 128, 128)).isGreaterThan(ENOUGH_DECIBELS);
      }
    } finally {
      TorchRuntime.useThreads(before);
    }
  }

  @Test
  void callsLeaveNothingBehindButTheMemoryOfTheirLanes() {
    TorchRuntime.start();
    int threads = SideBySide.lanes();
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        Autograd silent = Autograd.silent();
        Generator generator =
            Generator.initialize(GeneratorSpec.faithful(4, 1), LABELS, manager, 1);
        PreparedGenerator prepared = generator.prepared()) {
      // Given what one lane keeps
      NDArray x = manager.randomUniform(-1, 1, new Shape(3, 3, 16, 16));
      NDArray conditions = manager.randomNormal(new Shape(FACE_OF.length, 3));
      int none = held(manager);
      TorchRuntime.useThreads(1);
      prepared.forward(x, FACE_OF, conditions).close();
      int ofOneLane = held(manager) - none;
      // When
      TorchRuntime.useThreads(2);
      for (int call = 0; call < 2 * ofOneLane; call++) {
        prepared.forward(x, FACE_OF, conditions).close();
      }
      // Then
      assertThat(held(manager) - none).isBetween(ofOneLane, 2 * ofOneLane);
    } finally {
      TorchRuntime.useThreads(threads);
    }
  }

  @Test
  void imagesSmallerThanTheKernelAreRefused() {
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        Autograd silent = Autograd.silent();
        Generator generator =
            Generator.initialize(GeneratorSpec.faithful(4, 1), LABELS, manager, 1);
        PreparedGenerator prepared = generator.prepared()) {
      NDArray x = manager.zeros(new Shape(1, 3, 4, 8));
      assertThatThrownBy(() -> prepared.forward(x, new int[1], manager.zeros(new Shape(1, 3))))
          .hasMessageContaining("at least 7 x 7");
    }
  }

  private static GeneratorSpec spec(
      LabelInjection injection, OutputHead head, Upsampling upsampling) {
    return new GeneratorSpec(8, 2, injection, head, upsampling, 5, GeneratorStart.standard());
  }

  /** Peak signal, 2, to noise between both ways, of random weights and normalisations. */
  private static double decibels(GeneratorSpec spec, int height, int width) {
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        Autograd silent = Autograd.silent();
        Generator generator = Generator.initialize(spec, LABELS, manager, 1)) {
      generator
          .parameters()
          .asMap()
          .forEach((name, values) -> values.addi(manager.randomNormal(values.getShape()).mul(.02)));
      NDArray x = manager.randomUniform(-1, 1, new Shape(3, 3, height, width));
      NDArray conditions = manager.randomNormal(new Shape(FACE_OF.length, 3));
      NDArray rows = Rows.indices(FACE_OF, manager);
      NDArray expected = generator.forward(Rows.select(x, rows), conditions);
      try (PreparedGenerator prepared = generator.prepared()) {
        NDArray images = prepared.forward(x, FACE_OF, conditions);
        assertThat(images.getShape()).isEqualTo(expected.getShape());
        double noise = images.sub(expected).square().mean().getFloat();
        return 10 * Math.log10(4 / noise);
      }
    }
  }

  private static int held(NDManager manager) {
    return manager.getManagedArrays().size();
  }
}
