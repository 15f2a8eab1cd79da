package io.mien.networks.stargan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.device.Autograd;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.golden.Golden;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelSpace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GradientPenaltyTest {
  private static final LabelSpace LABELS =
      LabelSpace.of(LabelGroup.exclusive(List.of("neutral", "happy")));

  @Test
  void writtenOutPenaltyEqualsDifferentiatingTwice() {
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        Critic critic = Critic.initialize(CriticSpec.faithful(8, 3), 32, LABELS, manager, 5)) {
      // Given
      NDArray x = manager.randomNormal(new Shape(3, 3, 32, 32));
      critic.parameters().track();
      critic.parameters().clearGradients();
      // When
      float value;
      try (Autograd recording = Autograd.recording()) {
        NDArray penalty = GradientPenalty.at(critic, x, PenaltySlope.SUM);
        Autograd.backward(penalty);
        value = penalty.getFloat();
      }
      Map<String, NDArray> gradients = new HashMap<>();
      for (String name : critic.parameters().names()) {
        NDArray gradient = critic.parameters().gradient(name);
        if (gradient != null) {
          gradients.put(name, gradient.duplicate());
        }
      }
      critic.parameters().clearGradients();
      // Then
      assertThat(SecondOrderPenalty.backward(critic, x)).isCloseTo(value, within(1e-5f));
      assertThat(gradients).containsKeys("main.0.weight", "main.2.weight", "conv1.weight");
      gradients.forEach(
          (name, gradient) ->
              assertThat(Golden.distance(gradient, critic.parameters().gradient(name)))
                  .as(name)
                  .isLessThan(1e-5));
    }
  }
}
