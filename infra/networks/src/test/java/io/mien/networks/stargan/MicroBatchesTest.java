package io.mien.networks.stargan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelSpace;
import io.mien.networks.optimizer.Sgd;
import io.mien.networks.parameter.Parameters;
import io.mien.networks.random.CounterRandom;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Gradient accumulation: a step on parts is the step on the whole. */
class MicroBatchesTest {
  private static final int SIDE = 16;
  private static final LabelSpace LABELS =
      LabelSpace.of(LabelGroup.exclusive(List.of("neutral", "happy", "sad")));

  @ParameterizedTest
  @EnumSource
  void aStepOnPartsIsTheStepOnTheWhole(ReconstructionForm form) {
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        Networks whole = new Networks(form, manager);
        Networks parts = new Networks(form, manager)) {
      // When
      for (int step = 0; step < 3; step++) {
        StarGanIteration.Outcome expected =
            whole.iteration.both(MicroBatches.of(batch(0, 6, step, manager)), 1e-3, 1e-3);
        StarGanIteration.Outcome found =
            parts.iteration.both(inParts(3, 2, step, manager), 1e-3, 1e-3);
        // Then
        assertThat(found.critic().orElseThrow().total())
            .isCloseTo(expected.critic().orElseThrow().total(), within(1e-3));
        assertThat(found.generator().orElseThrow().total())
            .isCloseTo(expected.generator().orElseThrow().total(), within(1e-3));
        assertThat(found.reconstructionCritic().orElseThrow().total())
            .isCloseTo(expected.reconstructionCritic().orElseThrow().total(), within(1e-3));
      }
      assertSame(parts.generator.parameters(), whole.generator.parameters());
      assertSame(parts.critic.parameters(), whole.critic.parameters());
      assertSame(parts.added.parameters(), whole.added.parameters());
    }
  }

  private static void assertSame(Parameters found, Parameters expected) {
    expected
        .asMap()
        .forEach(
            (name, array) ->
                assertThat(found.get(name).toFloatArray())
                    .as(name)
                    .usingComparatorWithPrecision(1e-5f)
                    .containsExactly(array.toFloatArray()));
  }

  private static MicroBatches inParts(int count, int size, int step, NDManager manager) {
    return new MicroBatches() {
      @Override
      public int count() {
        return count;
      }

      @Override
      public void forEach(Consumer<StarGanBatch> use) {
        for (int part = 0; part < count; part++) {
          try (NDManager scope = manager.newSubManager()) {
            use.accept(batch(part * size, size, step, scope));
          }
        }
      }
    };
  }

  /** Some of the images of a step's batch, with their labels. */
  private static StarGanBatch batch(int from, int size, int step, NDManager manager) {
    int floats = 3 * SIDE * SIDE;
    float[] pixels = new float[size * floats];
    float[] original = new float[size * LABELS.labels()];
    float[] target = new float[size * LABELS.labels()];
    float[] alpha = new float[size];
    for (int i = 0; i < size; i++) {
      CounterRandom random = CounterRandom.of(5 + from + i, "image", step);
      for (int at = 0; at < floats; at++) {
        pixels[i * floats + at] = 2 * random.nextFloat() - 1;
      }
      original[i * LABELS.labels() + random.nextInt(LABELS.labels())] = 1;
      target[i * LABELS.labels() + random.nextInt(LABELS.labels())] = 1;
      alpha[i] = random.nextFloat();
    }
    NDArray now = manager.create(original, new Shape(size, LABELS.labels()));
    NDArray then = manager.create(target, new Shape(size, LABELS.labels()));
    return new StarGanBatch(
        manager.create(pixels, new Shape(size, 3, SIDE, SIDE)),
        new StarGanBatch.Labels(now, now),
        new StarGanBatch.Labels(then, then),
        manager.create(alpha, new Shape(size, 1, 1, 1)),
        0);
  }

  /** Small networks that start alike. */
  private static final class Networks implements AutoCloseable {
    private final Generator generator;
    private final Critic critic;
    private final ReconstructionCritic added;
    private final Sgd generatorSgd;
    private final Sgd criticSgd;
    private final Sgd addedSgd;
    private final StarGanIteration iteration;

    Networks(ReconstructionForm form, NDManager manager) {
      CriticSpec network = CriticSpec.faithful(4, 3);
      ReconstructionCriticSpec spec = new ReconstructionCriticSpec(1, form, 10, PenaltySlope.SUM);
      generator = Generator.initialize(GeneratorSpec.faithful(4, 1), LABELS, manager, 1);
      critic = Critic.initialize(network, SIDE, LABELS, manager, 1);
      added = ReconstructionCritic.initialize(spec, network, manager, 1);
      // Adam would turn rounding of a gradient near 0 into whole steps
      generatorSgd = new Sgd(generator.parameters(), 0.9, 0);
      criticSgd = new Sgd(critic.parameters(), 0.9, 0);
      addedSgd = new Sgd(added.parameters(), 0.9, 0);
      iteration =
          new StarGanIteration(
                  generator, critic, generatorSgd, criticSgd, LABELS, StarGanObjective.faithful())
              .with(added, addedSgd);
    }

    @Override
    public void close() {
      generator.parameters().close();
      critic.parameters().close();
      added.parameters().close();
      generatorSgd.state().close();
      criticSgd.state().close();
      addedSgd.state().close();
    }
  }
}
