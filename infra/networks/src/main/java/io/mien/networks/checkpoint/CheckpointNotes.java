package io.mien.networks.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the caller knows about a checkpoint and the networks do not look into.
 *
 * @param crop how faces were cropped, passed through as it came
 * @param dataset fingerprint of the dataset as the store knows it
 * @param measures results so far, such as {@code validationAccuracy}
 * @param versions code versions; the engine's is added
 * @param licence of the weights, which follows the training data
 */
public record CheckpointNotes(
    @Nullable JsonNode crop,
    String dataset,
    Map<String, Double> measures,
    Map<String, String> versions,
    String licence) {
  public CheckpointNotes {
    measures = Map.copyOf(measures);
    versions = Map.copyOf(versions);
  }

  public static CheckpointNotes none() {
    return new CheckpointNotes(null, "", Map.of(), Map.of(), "");
  }
}
