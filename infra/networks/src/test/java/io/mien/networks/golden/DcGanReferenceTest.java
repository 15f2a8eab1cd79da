package io.mien.networks.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.dcgan.CriticBatch;
import io.mien.networks.dcgan.CriticConstraint;
import io.mien.networks.dcgan.CriticNorm;
import io.mien.networks.dcgan.DcGanCritic;
import io.mien.networks.dcgan.DcGanGenerator;
import io.mien.networks.dcgan.DcGanIteration;
import io.mien.networks.dcgan.Objective;
import io.mien.networks.device.Autograd;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.layer.BatchNorm.Statistics;
import io.mien.networks.parameter.Parameters;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DcGanReferenceTest {
  private static final double FORWARD = 1e-5;
  private static final double GRADIENT = 1e-4;
  private static final double WEIGHTS = 1e-5;
  private static final double UPDATES = 1e-3;
  private static final Predicate<String> BUFFER = name -> name.contains(".running_");

  static Stream<String> files() {
    return Stream.concat(Golden.named("dcgan"), Golden.named("wgan"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void iterationsReproduceTheReference(String file) {
    // Given
    Golden golden = Golden.load(file);
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        Run run = new Run(golden, manager)) {
      // When, Then
      for (int step = 0; step < golden.number("steps"); step++) {
        run.step(step);
      }
      run.compareWeights();
    }
  }

  /** Networks and optimisers started from one reference file. */
  private static final class Run implements AutoCloseable {
    private final Golden golden;
    private final NDManager manager;
    private final int imageSize;
    private final DcGanGenerator generator;
    private final DcGanCritic critic;
    private final DcGanIteration iteration;
    private final double rate;

    Run(Golden golden, NDManager manager) {
      this.golden = golden;
      this.manager = manager;
      imageSize = golden.number("image_size");
      generator = DcGanGenerator.of(imageSize, part("G", BUFFER.negate()), part("G", BUFFER));
      critic =
          DcGanCritic.of(
              CriticNorm.BATCH, imageSize, part("D", BUFFER.negate()), part("D", BUFFER));
      ReferenceOptimizer optimizer = ReferenceOptimizer.parse(golden.text("optimizer"));
      rate = optimizer.rate();
      String clip = golden.text("clip");
      iteration =
          new DcGanIteration(
              generator,
              critic,
              optimizer.over(generator.weights()),
              optimizer.over(critic.weights()),
              golden.text("mode").equals("wgan") ? Objective.WASSERSTEIN : Objective.NON_SATURATING,
              clip.isEmpty()
                  ? CriticConstraint.none()
                  : CriticConstraint.clipping(Double.parseDouble(clip)));
    }

    /** The files leave out the sequence's name. */
    private Parameters part(String network, Predicate<String> wanted) {
      Parameters parameters = new Parameters(manager);
      String prefix = "init." + network + ".";
      golden.under(prefix).stream()
          .filter(wanted)
          .forEach(name -> parameters.add("main." + name, golden.array(prefix + name, manager)));
      return parameters;
    }

    void step(int step) {
      String in = "step" + step + ".in.";
      String out = "step" + step + ".out.";
      try (NDManager scope = manager.newSubManager()) {
        for (int turn = 0; turn < golden.number("n_critic"); turn++) {
          String name = "critic" + turn + ".";
          NDArray images = golden.array(in + name + "x_real", scope);
          CriticBatch batch =
              new CriticBatch(
                  images,
                  golden.array(in + name + "z", scope),
                  scope.zeros(new Shape(images.getShape().get(0), 1, 1, 1)));
          compare(out + name + "d_loss", iteration.criticStep(batch, rate).total(), scope);
          compareGradients(out + name + "grad.D.", critic.weights(), scope);
        }
        NDArray noise = golden.array(in + "z", scope);
        compareFake(out, noise, scope);
        compare(out + "g_loss", iteration.generatorStep(noise, rate), scope);
        compareGradients(out + "grad.G.", generator.weights(), scope);
      }
    }

    /** A pass that leaves the running statistics as they were. */
    private void compareFake(String out, NDArray noise, NDManager scope) {
      try (Autograd silent = Autograd.silent();
          Parameters buffers = new Parameters(scope)) {
        generator.buffers().asMap().forEach(buffers::add);
        DcGanGenerator aside = DcGanGenerator.of(imageSize, generator.weights(), buffers);
        NDArray fake = aside.forward(noise, Statistics.BATCH);
        assertThat(Golden.distance(fake, golden.array(out + "G_fake", scope)))
            .as(out + "G_fake")
            .isLessThan(FORWARD);
      }
    }

    private void compareGradients(String prefix, Parameters parameters, NDManager scope) {
      for (String name : golden.under(prefix)) {
        try (NDArray gradient = parameters.gradient("main." + name)) {
          assertThat(Golden.distance(gradient, golden.array(prefix + name, scope)))
              .as(prefix + name)
              .isLessThan(GRADIENT);
        }
      }
    }

    void compareWeights() {
      compareWeights("G", generator.weights());
      compareWeights("G", generator.buffers());
      compareWeights("D", critic.weights());
      compareWeights("D", critic.buffers());
    }

    private void compareWeights(String network, Parameters parameters) {
      for (String name : parameters.names()) {
        String key = network + "." + name.substring("main.".length());
        NDArray before = golden.array("init." + key, manager);
        NDArray after = golden.array("final." + key, manager);
        NDArray now = parameters.get(name).duplicate();
        assertThat(Golden.distance(now, after)).as(key).isLessThan(WEIGHTS);
        assertThat(Golden.distance(now.sub(before), after.sub(before)))
            .as("update of " + key)
            .isLessThan(UPDATES);
      }
    }

    private void compare(String name, double actual, NDManager scope) {
      float expected = golden.scalar(name, scope);
      assertThat(actual).as(name).isCloseTo(expected, within(FORWARD * (1 + Math.abs(expected))));
    }

    @Override
    public void close() {
      generator.close();
      critic.close();
    }
  }
}
