package io.mien.networks.dcgan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.mien.networks.device.Autograd;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.golden.Golden;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CriticPenaltyTest {
  private static final int[] IMAGE = {1, 2, 3};
  private static final DcGanSpec SPEC = new DcGanSpec(4, 4, 4, CriticNorm.NONE);

  @Test
  void gradientPenaltyEqualsDifferentiatingTwice() {
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        DcGanCritic critic = DcGanCritic.initialize(SPEC, 32, manager, 5)) {
      // Given
      NDArray real = manager.randomNormal(new Shape(3, 3, 32, 32));
      NDArray fake = manager.randomNormal(new Shape(3, 3, 32, 32));
      NDArray alpha = manager.create(new float[] {0.2f, 0.5f, 0.9f}).reshape(3, 1, 1, 1);
      NDArray between = alpha.mul(real).add(alpha.neg().add(1).mul(fake));
      // When, Then
      compare(
          critic,
          critic2 -> CriticPenalty.between(critic2, real, fake, alpha),
          between,
          gradient -> gradient.square().sum(IMAGE).sqrt().sub(1f).square().mean());
    }
  }

  @Test
  void r1EqualsDifferentiatingTwice() {
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        DcGanCritic critic = DcGanCritic.initialize(SPEC, 32, manager, 6)) {
      // Given
      NDArray real = manager.randomNormal(new Shape(3, 3, 32, 32));
      NDArray half = manager.create(0.5f);
      // When, Then
      compare(
          critic,
          critic2 -> CriticPenalty.atReal(critic2, real),
          real,
          gradient -> gradient.square().sum(IMAGE).mean().mul(half));
    }
  }

  @Test
  void penaltyOnBatchNormalisationIsRefused() {
    assertThatThrownBy(() -> CriticConstraint.gradientPenalty(10).verify(CriticNorm.BATCH))
        .hasMessageContaining("criticNorm");
    assertThatThrownBy(() -> DcGanSpec.levels(96)).hasMessageContaining("32, 64, 128");
  }

  private interface Penalty {
    NDArray of(DcGanCritic critic);
  }

  private static void compare(
      DcGanCritic critic, Penalty writtenOut, NDArray at, UnaryOperator<NDArray> ofGradient) {
    critic.weights().track();
    critic.weights().clearGradients();
    float value;
    try (Autograd recording = Autograd.recording()) {
      NDArray penalty = writtenOut.of(critic);
      Autograd.backward(penalty);
      value = penalty.getFloat();
    }
    Map<String, NDArray> gradients = gradients(critic);
    critic.weights().clearGradients();
    float twice = twice(critic, at, ofGradient);
    assertThat(value).isPositive().isCloseTo(twice, within(1e-5f * (1 + twice)));
    assertThat(gradients).containsKeys("main.0.weight", "main.2.weight", "main.6.weight");
    gradients.forEach(
        (name, gradient) ->
            assertThat(Golden.distance(gradient, critic.weights().gradient(name)))
                .as(name)
                .isLessThan(1e-5));
  }

  private static Map<String, NDArray> gradients(DcGanCritic critic) {
    Map<String, NDArray> gradients = new HashMap<>();
    for (String name : critic.weights().names()) {
      NDArray gradient = critic.weights().gradient(name);
      if (gradient != null) {
        gradients.put(name, gradient.duplicate());
      }
    }
    return gradients;
  }

  /** Leaves the penalty's gradients in the critic's weights. */
  private static float twice(DcGanCritic critic, NDArray at, UnaryOperator<NDArray> ofGradient) {
    try (Autograd recording = Autograd.recording();
        NDArray leaf = Autograd.detached(at)) {
      JniUtils.attachGradient((PtNDArray) leaf, true);
      NDArray sum = critic.forward(leaf).sum();
      JniUtils.backward((PtNDArray) sum, (PtNDArray) sum.onesLike(), true, true);
      NDArray gradient = JniUtils.getGradient((PtNDArray) leaf);
      critic.weights().clearGradients();
      NDArray penalty = ofGradient.apply(gradient);
      Autograd.backward(penalty);
      return penalty.getFloat();
    }
  }
}
