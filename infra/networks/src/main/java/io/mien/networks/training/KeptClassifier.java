package io.mien.networks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.Safetensors;
import io.mien.networks.layer.Overwrite;
import io.mien.networks.parameter.Parameters;
import io.mien.networks.resnet.ResNet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A copy of the best network so far, over all epochs and seeds that were offered. */
final class KeptClassifier implements AutoCloseable {
  private final ResNet network;
  private @Nullable EpochScore score;

  /** Holds nothing yet, but room for networks of the example's shape. */
  KeptClassifier(ResNet example, NDManager manager) {
    Parameters weights = new Parameters(manager);
    Parameters buffers = new Parameters(manager);
    example.weights().asMap().forEach(weights::add);
    example.buffers().asMap().forEach(buffers::add);
    network = ResNet.of(example.spec(), weights, buffers);
  }

  void offer(ResNet candidate, EpochScore candidateScore) {
    EpochScore kept = score;
    if (kept == null || candidateScore.betterThan(kept)) {
      copy(candidate.weights(), network.weights());
      copy(candidate.buffers(), network.buffers());
      score = candidateScore;
    }
  }

  private static void copy(Parameters from, Parameters into) {
    into.asMap().forEach((name, array) -> Overwrite.with(array, from.get(name)));
  }

  Optional<EpochScore> score() {
    return Optional.ofNullable(score);
  }

  ResNet network() {
    return network;
  }

  void restore(Safetensors file, EpochScore keptScore) {
    CheckpointDirectory.restore(network.weights(), file, "");
    CheckpointDirectory.restore(network.buffers(), file, "");
    score = keptScore;
  }

  static Map<String, NDArray> arrays(ResNet of) {
    Map<String, NDArray> arrays = new LinkedHashMap<>(of.weights().asMap());
    arrays.putAll(of.buffers().asMap());
    return arrays;
  }

  @Override
  public void close() {
    network.close();
  }
}
