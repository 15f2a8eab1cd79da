package io.mien.networks.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.mien.networks.device.Autograd;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.label.ClassificationLoss;
import io.mien.networks.layer.BatchNorm.Statistics;
import io.mien.networks.optimizer.Sgd;
import io.mien.networks.parameter.Parameters;
import io.mien.networks.resnet.ResNet;
import io.mien.networks.resnet.ResNetSpec;
import io.mien.networks.resnet.Stem;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ResNetReferenceTest {
  private static final Predicate<String> BUFFER = name -> name.contains(".running_");

  @Test
  void logitsAndTrainingStepReproduceTheReference() {
    // Given
    Golden golden = Golden.load("resnet18.safetensors");
    try (NDManager manager = TorchRuntime.start().newBaseManager()) {
      ResNet network =
          ResNet.of(
              ResNetSpec.resNet18(golden.number("base_width"), Stem.IMAGENET),
              part(golden, BUFFER.negate(), manager),
              part(golden, BUFFER, manager));
      NDArray x = golden.array("in.x", manager);
      NDArray oneHot =
          golden
              .array("in.label", manager)
              .oneHot(golden.number("classes"))
              .toType(DataType.FLOAT32, true);
      // When
      NDArray logits = network.forward(x, Statistics.RUNNING);
      // Then
      assertThat(Golden.distance(logits, golden.array("out.eval.logits", manager)))
          .isLessThan(1e-5);

      // When
      network.weights().track();
      Sgd sgd = new Sgd(network.weights(), 0.9, 0);
      try (Autograd recording = Autograd.recording()) {
        NDArray trained = network.forward(x, Statistics.BATCH);
        NDArray loss = ClassificationLoss.smoothedSoftmax(trained, oneHot, 0);
        Autograd.backward(loss);
        assertThat(loss.getFloat())
            .isCloseTo(golden.scalar("out.train.loss", manager), within(1e-5f));
        assertThat(Golden.distance(trained, golden.array("out.train.logits", manager)))
            .isLessThan(1e-5);
      }
      sgd.update(0.1);
      // Then
      compare(golden, network.weights(), manager);
      compare(golden, network.buffers(), manager);
    }
  }

  private static Parameters part(Golden golden, Predicate<String> wanted, NDManager manager) {
    Parameters parameters = new Parameters(manager);
    golden.under("init.").stream()
        .filter(wanted)
        .forEach(name -> parameters.add(name, golden.array("init." + name, manager)));
    return parameters;
  }

  private static void compare(Golden golden, Parameters parameters, NDManager manager) {
    for (String name : parameters.names()) {
      NDArray expected = golden.array("final." + name, manager);
      assertThat(Golden.distance(parameters.get(name), expected)).as(name).isLessThan(1e-5);
    }
  }
}
