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
import io.mien.networks.stargan.ReconstructionCritic;
import io.mien.networks.stargan.StarGanIteration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that a StarGAN training changes: networks, average, optimisers. */
final class StarGanState implements AutoCloseable {
  private static final String ADDED_ADAM = "reconstructionCriticAdam";

  private final StarGanTrainingSpec spec;
  private final LabelSpace labels;
  final Generator generator;
  final Critic critic;
  final Optimizer generatorAdam;
  final Optimizer criticAdam;
  private final @Nullable AddedCritic added;
  private final @Nullable MovingAverage average;

  /** The critic of reconstructions and what teaches it. */
  private record AddedCritic(ReconstructionCritic critic, Optimizer adam) {}

  StarGanState(StarGanTrainingSpec spec, LabelSpace labels, NDManager manager) {
    this.spec = spec;
    this.labels = labels;
    long seed = spec.seed();
    generator = Generator.initialize(spec.generator(), labels, manager, seed);
    critic = Critic.initialize(spec.critic(), spec.imageSize(), labels, manager, seed);
    generatorAdam = new Adam(generator.parameters(), spec.generatorAdam(), this::rateFactor);
    criticAdam = new Adam(critic.parameters(), spec.criticAdam());
    added = spec.reconstructionCritic().used() ? addedCritic(spec, manager) : null;
    average =
        spec.averageDecay() > 0
            ? new MovingAverage(generator.parameters(), spec.averageDecay())
            : null;
  }

  private static AddedCritic addedCritic(StarGanTrainingSpec spec, NDManager manager) {
    ReconstructionCritic critic =
        ReconstructionCritic.initialize(
            spec.reconstructionCritic(), spec.critic(), manager, spec.seed());
    return new AddedCritic(critic, new Adam(critic.parameters(), spec.criticAdam()));
  }

  /** The iteration that changes all this. */
  StarGanIteration iteration() {
    StarGanIteration own =
        new StarGanIteration(
            generator, critic, generatorAdam, criticAdam, labels, spec.objective());
    return added == null ? own : own.with(added.critic(), added.adam());
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
    Map<String, Long> counters = new LinkedHashMap<>();
    counters.put("generatorAdam", generatorAdam.steps());
    counters.put("criticAdam", criticAdam.steps());
    if (added != null) {
      counters.put(ADDED_ADAM, added.adam().steps());
    }
    return counters;
  }

  void restore(Safetensors file, Progress progress) {
    parts().forEach((part, parameters) -> CheckpointDirectory.restore(parameters, file, part));
    generatorAdam.resumeAt(progress.counter("generatorAdam"));
    criticAdam.resumeAt(progress.counter("criticAdam"));
    if (added != null) {
      added.adam().resumeAt(progress.counter(ADDED_ADAM));
    }
  }

  private Map<String, Parameters> parts() {
    Map<String, Parameters> parts = new LinkedHashMap<>();
    parts.put("generator/", generator.parameters());
    parts.put("critic/", critic.parameters());
    parts.put("generatorAdam/", generatorAdam.state());
    parts.put("criticAdam/", criticAdam.state());
    if (added != null) {
      parts.put("reconstructionCritic/", added.critic().parameters());
      parts.put(ADDED_ADAM + "/", added.adam().state());
    }
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
