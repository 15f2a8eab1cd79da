package io.mien.networks.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.mien.networks.device.Autograd;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.label.ClassTargets;
import io.mien.networks.label.ClassificationLoss;
import io.mien.networks.layer.BatchNorm.Statistics;
import io.mien.networks.optimizer.Sgd;
import io.mien.networks.parameter.Parameters;
import io.mien.networks.resnet.PixelScale;
import io.mien.networks.resnet.ResNet;
import io.mien.networks.resnet.ResNetSpec;
import io.mien.networks.resnet.Stem;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file {@code resnet<depth>*.safetensors} says itself what network and loss it is of. */
class ResNetReferenceTest {
  private static final Predicate<String> BUFFER = name -> name.contains(".running_");

  static Stream<String> files() {
    return Golden.named("resnet");
  }

  @ParameterizedTest
  @MethodSource("files")
  void logitsAndTrainingStepReproduceTheReference(String file) {
    // Given
    Golden golden = Golden.load(file);
    try (NDManager manager = TorchRuntime.start().newBaseManager()) {
      ResNet network =
          ResNet.of(
              spec(golden, file),
              part(golden, BUFFER.negate(), manager),
              part(golden, BUFFER, manager));
      NDArray x = golden.array("in.x", manager);
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
        NDArray loss = ClassificationLoss.crossEntropy(trained, targets(golden, manager));
        Autograd.backward(loss);
        assertThat(loss.getFloat())
            .isCloseTo(golden.scalar("out.train.loss", manager), within(1e-5f));
        assertThat(Golden.distance(trained, golden.array("out.train.logits", manager)))
            .isLessThan(1e-5);
      }
      sgd.update(golden.real("learning_rate", 0.1));
      // Then
      compare(golden, network.weights(), manager);
      compare(golden, network.buffers(), manager);
    }
  }

  private static ResNetSpec spec(Golden golden, String file) {
    int depth = Integer.parseInt(file.replaceAll("resnet(\\d+).*", "$1"));
    PixelScale pixels = PixelScale.valueOf(golden.text("pixels", "SYMMETRIC"));
    return new ResNetSpec(depth, golden.number("base_width"), Stem.IMAGENET, pixels);
  }

  private static NDArray targets(Golden golden, NDManager manager) {
    int classes = golden.number("classes");
    double[] weights = new double[classes];
    Arrays.fill(weights, 1);
    if (golden.has("in.class_weights")) {
      float[] given = golden.array("in.class_weights", manager).toFloatArray();
      Arrays.setAll(weights, label -> given[label]);
    }
    int[] labels =
        LongStream.of(golden.array("in.label", manager).toLongArray())
            .mapToInt(Math::toIntExact)
            .toArray();
    return new ClassTargets(weights, golden.real("label_smoothing", 0)).rows(labels, manager);
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
