package io.mien.networks.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import io.mien.networks.device.Autograd;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelKind;
import io.mien.networks.label.LabelSpace;
import io.mien.networks.optimizer.Adam;
import io.mien.networks.optimizer.AdamSpec;
import io.mien.networks.parameter.Parameters;
import io.mien.networks.stargan.Critic;
import io.mien.networks.stargan.CriticLosses;
import io.mien.networks.stargan.CriticSpec;
import io.mien.networks.stargan.Generator;
import io.mien.networks.stargan.GeneratorLosses;
import io.mien.networks.stargan.GeneratorSpec;
import io.mien.networks.stargan.Judgement;
import io.mien.networks.stargan.LossWeights;
import io.mien.networks.stargan.MicroBatches;
import io.mien.networks.stargan.PenaltySlope;
import io.mien.networks.stargan.StarGanBatch;
import io.mien.networks.stargan.StarGanIteration;
import io.mien.networks.stargan.StarGanObjective;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StarGanReferenceTest {
  private static final double FORWARD = 1e-5;
  private static final double GRADIENT = 1e-4;
  private static final double WEIGHTS = 1e-5;
  private static final double UPDATES =
      1e-3; // one unit in the last place of a scale near 1 is 1e-4
  private static final NDIndex CENTRE_OF_LABELS = new NDIndex(":, 3:, 3, 3");

  static Stream<String> files() {
    return Golden.named("stargan-");
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
      run.compareWeights("G", run.generator.parameters());
      run.compareWeights("D", run.critic.parameters());
    }
  }

  /** Networks and optimisers started from one reference file. */
  private static final class Run implements AutoCloseable {
    private final Golden golden;
    private final NDManager manager;
    private final LabelSpace labels;
    private final Generator generator;
    private final Critic critic;
    private final StarGanIteration iteration;
    private final double rate;

    Run(Golden golden, NDManager manager) {
      this.golden = golden;
      this.manager = manager;
      labels = labels(golden);
      int width = golden.number("conv_dim");
      generator =
          Generator.of(
              GeneratorSpec.faithful(width, golden.number("g_repeat_num")),
              labels,
              golden.parameters("init.G.", manager));
      critic =
          Critic.of(
              CriticSpec.faithful(width, golden.number("d_repeat_num")),
              labels,
              golden.parameters("init.D.", manager));
      rate = golden.real("lr");
      AdamSpec adam = AdamSpec.of(rate, golden.real("beta1"), golden.real("beta2"));
      double classification = golden.real("lambda_cls");
      LossWeights weights =
          new LossWeights(
              1,
              classification,
              classification,
              golden.real("lambda_rec"),
              golden.real("lambda_gp"),
              PenaltySlope.SUM,
              1,
              0);
      iteration =
          new StarGanIteration(
              generator,
              critic,
              new Adam(generator.parameters(), adam),
              new Adam(critic.parameters(), adam),
              labels,
              StarGanObjective.of(weights));
    }

    private static LabelSpace labels(Golden golden) {
      List<Integer> sizes =
          Arrays.stream(golden.text("dims").split(",")).map(Integer::parseInt).toList();
      return switch (golden.text("kind")) {
        case "onehot" -> LabelSpace.of(group(LabelKind.EXCLUSIVE, sizes.get(0)));
        case "binary" -> LabelSpace.of(group(LabelKind.INDEPENDENT, sizes.get(0)));
        case "both" ->
            new LabelSpace(
                List.of(
                    group(LabelKind.INDEPENDENT, sizes.get(0)),
                    group(LabelKind.EXCLUSIVE, sizes.get(1))));
        default -> throw new IllegalArgumentException(golden.text("kind"));
      };
    }

    private static LabelGroup group(LabelKind kind, int size) {
      return new LabelGroup(
          kind.name(),
          kind,
          IntStream.range(0, size).mapToObj(i -> kind + "-" + i).toList(),
          List.of());
    }

    void step(int step) {
      String in = "step" + step + ".in.";
      String out = "step" + step + ".out.";
      try (NDManager scope = manager.newSubManager()) {
        StarGanBatch batch = batch(in, scope);
        compareForward(out, batch, scope);
        boolean generatorTurn = (step + 1) % golden.number("n_critic") == 0;
        StarGanIteration.Outcome outcome =
            generatorTurn
                ? iteration.both(MicroBatches.of(batch), rate, rate)
                : iteration.criticOnly(MicroBatches.of(batch), rate);
        compareCritic(out, outcome.critic().orElseThrow(), scope);
        outcome.generator().ifPresent(losses -> compareGenerator(out, losses, scope));
        assertThat(outcome.generator().isPresent()).isEqualTo(golden.has(out + "g_loss"));
        compareGradients(out + "grad.D.", critic.parameters(), scope);
        compareGradients(out + "grad.G.", generator.parameters(), scope);
      }
    }

    private StarGanBatch batch(String in, NDManager scope) {
      NDArray original = golden.array(in + "c_org", scope);
      NDArray target = golden.array(in + "c_trg", scope);
      int group = group(original);
      return new StarGanBatch(
          golden.array(in + "x_real", scope),
          new StarGanBatch.Labels(values(original, group), original),
          new StarGanBatch.Labels(values(target, group), target),
          golden.array(in + "alpha", scope),
          group);
    }

    /** The group that the condition's mask names. */
    private int group(NDArray condition) {
      if (labels.groups().size() == 1) {
        return 0;
      }
      float[] first = condition.get(0).toFloatArray();
      return IntStream.range(0, labels.groups().size())
          .filter(i -> first[labels.labels() + i] == 1)
          .findFirst()
          .orElseThrow();
    }

    private NDArray values(NDArray condition, int group) {
      int start = labels.offset(group);
      return condition.get(":, " + start + ":" + (start + labels.group(group).size()));
    }

    private void compareForward(String out, StarGanBatch batch, NDManager scope) {
      try (Autograd silent = Autograd.silent();
          NDArray fake = generator.forward(batch.images(), batch.target().condition());
          Judgement real = critic.forward(batch.images())) {
        compare(out + "G_fake", fake, scope, FORWARD);
        compare(out + "D_real.src", real.realness(), scope, FORWARD);
        compare(out + "D_real.cls", real.logits(), scope, FORWARD);
      }
    }

    private void compareCritic(String out, CriticLosses losses, NDManager scope) {
      compare(out + "d_loss_real", losses.real(), scope);
      compare(out + "d_loss_fake", losses.fake(), scope);
      compare(out + "d_loss_cls", losses.classification(), scope);
      compare(out + "d_loss_gp", losses.penalty(), scope);
      compare(out + "d_loss", losses.total(), scope);
    }

    private void compareGenerator(String out, GeneratorLosses losses, NDManager scope) {
      compare(out + "g_loss_fake", losses.fake(), scope);
      compare(out + "g_loss_cls", losses.classification(), scope);
      compare(out + "g_loss_rec", losses.reconstruction(), scope);
      compare(out + "g_loss", losses.total(), scope);
    }

    private void compareGradients(String prefix, Parameters parameters, NDManager scope) {
      for (String name : golden.under(prefix)) {
        try (NDArray gradient = parameters.gradient(name)) {
          compare(prefix + name, gradient, scope, GRADIENT);
        }
      }
    }

    void compareWeights(String network, Parameters parameters) {
      for (String name : parameters.names()) {
        NDArray before = golden.array("init." + network + "." + name, manager);
        NDArray after = golden.array("final." + network + "." + name, manager);
        NDArray now = parameters.get(name).duplicate();
        if (network.equals("G") && name.equals("main.0.weight")) {
          // The centre tap sees a label plane as a constant, which instance normalisation removes:
          // its gradient is exactly zero, and Adam turns rounding noise into full steps.
          now.set(CENTRE_OF_LABELS, after.get(CENTRE_OF_LABELS));
        }
        assertThat(Golden.distance(now, after)).as(name).isLessThan(WEIGHTS);
        assertThat(Golden.distance(now.sub(before), after.sub(before)))
            .as("update of " + name)
            .isLessThan(UPDATES);
      }
    }

    private void compare(String name, NDArray actual, NDManager scope, double tolerance) {
      double distance = Golden.distance(actual, golden.array(name, scope));
      assertThat(distance).as(name).isLessThan(tolerance);
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
