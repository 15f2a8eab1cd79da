package io.mien.networks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.CheckpointManifest.Progress;
import io.mien.networks.checkpoint.Safetensors;
import io.mien.networks.label.LabelSpace;
import io.mien.networks.optimizer.Adam;
import io.mien.networks.optimizer.MovingAverage;
import io.mien.networks.optimizer.Optimizer;
import io.mien.networks.parameter.Parameters;
import io.mien.networks.stargan.Critic;
import io.mien.networks.stargan.Generator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that a StarGAN training changes: networks, average, optimisers. */
final class StarGanState implements AutoCloseable {
  private final StarGanTrainingSpec spec;
  private final LabelSpace labels;
  final Generator generator;
  final Critic critic;
  final Optimizer generatorAdam;
  final Optimizer criticAdam;
  private final @Nullable MovingAverage average;

  StarGanState(StarGanTrainingSpec spec, LabelSpace labels, NDManager manager) {
    this.spec = spec;
    this.labels = labels;
    long seed = spec.seed();
    generator = Generator.initialize(spec.generator(), labels, manager, seed);
    critic = Critic.initialize(spec.critic(), spec.imageSize(), labels, manager, seed);
    generatorAdam = new Adam(generator.parameters(), spec.generatorAdam(), this::rateFactor);
    criticAdam = new Adam(critic.parameters(), spec.criticAdam());
    average =
        spec.averageDecay() > 0
            ? new MovingAverage(generator.parameters(), spec.averageDecay())
            : null;
  }

  /** Tables of conditional normalisation are the generator's only matrices. */
  private double rateFactor(String name) {
    boolean table = generator.parameters().get(name).getShape().dimension() == 2;
    return table ? spec.conditionalRate() : 1;
  }

  /** Lets the average follow a generator step. */
  void followGenerator() {
    if (average != null) {
      average.follow(generatorAdam.steps() - 1);
    }
  }

  /** The weights to synthesise with: the average where there is one. */
  Parameters offered() {
    return average == null ? generator.parameters() : average.average();
  }

  /** A generator over the offered weights; it shares them and must not be closed. */
  Generator offeredGenerator() {
    return Generator.of(spec.generator(), labels, offered());
  }

  Map<String, NDArray> arrays() {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    parts()
        .forEach(
            (part, parameters) -> parameters.asMap().forEach((n, a) -> arrays.put(part + n, a)));
    return arrays;
  }

  Map<String, Long> counters() {
    return Map.of("generatorAdam", generatorAdam.steps(), "criticAdam", criticAdam.steps());
  }

  void restore(Safetensors file, Progress progress) {
    parts().forEach((part, parameters) -> CheckpointDirectory.restore(parameters, file, part));
    generatorAdam.resumeAt(progress.counter("generatorAdam"));
    criticAdam.resumeAt(progress.counter("criticAdam"));
  }

  private Map<String, Parameters> parts() {
    Map<String, Parameters> parts = new LinkedHashMap<>();
    parts.put("generator/", generator.parameters());
    parts.put("critic/", critic.parameters());
    parts.put("generatorAdam/", generatorAdam.state());
    parts.put("criticAdam/", criticAdam.state());
    if (average != null) {
      parts.put("average/", average.average());
    }
    return parts;
  }

  @Override
  public void close() {
    parts().values().forEach(Parameters::close);
  }
}
