package io.mien.networks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.CheckpointManifest.Progress;
import io.mien.networks.checkpoint.Safetensors;
import io.mien.networks.dcgan.DcGanCritic;
import io.mien.networks.dcgan.DcGanGenerator;
import io.mien.networks.optimizer.MovingAverage;
import io.mien.networks.optimizer.Optimizer;
import io.mien.networks.parameter.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that the training of a face generator changes: networks, average, optimisers. */
final class FaceGanState implements AutoCloseable {
  final DcGanGenerator generator;
  final DcGanCritic critic;
  final Optimizer generatorOptimizer;
  final Optimizer criticOptimizer;
  private final int imageSize;
  private final Map<String, MovingAverage> averages = new LinkedHashMap<>();

  FaceGanState(FaceGanTrainingSpec spec, NDManager manager) {
    imageSize = spec.imageSize();
    generator = DcGanGenerator.initialize(spec.network(), imageSize, manager, spec.seed());
    critic = DcGanCritic.initialize(spec.network(), imageSize, manager, spec.seed());
    generatorOptimizer = spec.generatorOptimizer().over(generator.weights());
    criticOptimizer = spec.criticOptimizer().over(critic.weights());
    double decay = spec.averageDecay();
    if (decay > 0) {
      averages.put("average/", new MovingAverage(generator.weights(), decay));
      averages.put("averageBuffers/", new MovingAverage(generator.buffers(), decay));
    }
  }

  /** Lets the average follow a generator step. */
  void followGenerator() {
    long step = generatorOptimizer.steps() - 1;
    averages.values().forEach(average -> average.follow(step));
  }

  /** The generator to draw with, of the average where there is one; it must not be closed. */
  DcGanGenerator offered() {
    MovingAverage weights = averages.get("average/");
    MovingAverage buffers = averages.get("averageBuffers/");
    return weights == null || buffers == null
        ? generator
        : DcGanGenerator.of(imageSize, weights.average(), buffers.average());
  }

  Map<String, NDArray> arrays() {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    parts()
        .forEach(
            (part, parameters) -> parameters.asMap().forEach((n, a) -> arrays.put(part + n, a)));
    return arrays;
  }

  void restore(Safetensors file, Progress progress) {
    parts().forEach((part, parameters) -> CheckpointDirectory.restore(parameters, file, part));
    generatorOptimizer.resumeAt(progress.counter("generatorSteps"));
    criticOptimizer.resumeAt(progress.iteration());
  }

  private Map<String, Parameters> parts() {
    Map<String, Parameters> parts = new LinkedHashMap<>();
    parts.put("generator/", generator.weights());
    parts.put("generatorBuffers/", generator.buffers());
    parts.put("critic/", critic.weights());
    parts.put("criticBuffers/", critic.buffers());
    parts.put("generatorOptimizer/", generatorOptimizer.state());
    parts.put("criticOptimizer/", criticOptimizer.state());
    averages.forEach((part, average) -> parts.put(part, average.average()));
    return parts;
  }

  @Override
  public void close() {
    parts().values().forEach(Parameters::close);
  }
}
