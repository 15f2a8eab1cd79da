package io.mien.orchestrator.checkpoint;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.rest.CheckpointView;
import io.mien.contracts.task.TrainingRequest;
import io.mien.contracts.terms.UsageTerms;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * A classifier that a training starts from: its weights, and the dimensions that they need.
 *
 * @param network the field {@code network} of the training specification
 * @param terms on which the weights may be used
 */
public record PretrainedClassifier(
    ObjectRef weights, Map<String, Object> network, UsageTerms terms) {

  /** File of a classifier's weights in a checkpoint. */
  private static final String WEIGHTS = "classifier.safetensors";

  public PretrainedClassifier {
    network = Map.copyOf(network);
  }

  /**
   * Finds both in the checkpoint's manifest.
   *
   * @param manifest content of {@code checkpoint.json}
   * @throws InvalidInput {@code checkpoint-unreadable}
   */
  static PretrainedClassifier of(CheckpointView checkpoint, byte[] manifest) {
    PrefixRef location = checkpoint.location();
    try {
      JsonNode json = WireJson.MAPPER.readTree(manifest);
      JsonNode network = json.at("/training/network");
      JsonNode file = json.path("files").path(WEIGHTS);
      if (!network.isObject() || !file.isObject()) {
        throw unreadable(checkpoint, new IOException("It names no network or no " + WEIGHTS));
      }
      return new PretrainedClassifier(
          new ObjectRef(
              location.bucket(),
              location.prefix() + WEIGHTS,
              file.path("bytes").asLong(),
              file.path("sha256").asText()),
          WireJson.MAPPER.convertValue(network, new TypeReference<Map<String, Object>>() {}),
          checkpoint.summary().terms());
    } catch (IOException e) {
      throw unreadable(checkpoint, e);
    }
  }

  private static InvalidInput unreadable(CheckpointView checkpoint, IOException cause) {
    return new InvalidInput(
        "checkpoint-unreadable",
        "Start from classifier %s: its manifest %s does not tell what it holds; name another checkpoint."
            .formatted(checkpoint.checkpointId(), checkpoint.location().manifest().key()),
        cause);
  }

  /** The request with the dimensions of these weights. */
  public TrainingRequest into(TrainingRequest request) {
    Map<String, Object> changes = new HashMap<>(request.changes());
    changes.put("network", network);
    return request.changed(changes);
  }
}
