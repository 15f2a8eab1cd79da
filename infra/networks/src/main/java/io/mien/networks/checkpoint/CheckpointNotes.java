package io.mien.networks.checkpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the caller knows about a checkpoint and the networks do not look into.
 *
 * @param crop how faces were cropped, passed through as it came
 * @param dataset fingerprint of the dataset as the store knows it
 * @param measures results so far, such as {@code validationAccuracy}
 * @param versions code versions; the engine's is added
 * @param licence of the weights, which follows the training data
 * @param leak how far the split gives people of the measures to training, passed through as it
 *     came; absent for a split that does not
 * @param terms on which the weights may be used, passed through as they came; absent when unknown
 */
public record CheckpointNotes(
    @Nullable JsonNode crop,
    String dataset,
    Map<String, Double> measures,
    Map<String, String> versions,
    String licence,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode leak,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode terms) {
  public CheckpointNotes {
    measures = Map.copyOf(measures);
    versions = Map.copyOf(versions);
  }

  /** Of a subject-disjoint split. */
  public CheckpointNotes(
      @Nullable JsonNode crop,
      String dataset,
      Map<String, Double> measures,
      Map<String, String> versions,
      String licence) {
    this(crop, dataset, measures, versions, licence, null, null);
  }

  /** The same with one more measure. */
  public CheckpointNotes measuring(String measure, double value) {
    Map<String, Double> more = new HashMap<>(measures);
    more.put(measure, value);
    return new CheckpointNotes(crop, dataset, more, versions, licence, leak, terms);
  }

  /** The terms as JSON, where they are known. */
  public Optional<String> termsText() {
    return Optional.ofNullable(terms).map(JsonNode::toString);
  }

  public static CheckpointNotes none() {
    return new CheckpointNotes(null, "", Map.of(), Map.of(), "");
  }
}
