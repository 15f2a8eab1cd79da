package io.mien.train;

import com.fasterxml.jackson.databind.JsonNode;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.task.TrainingRequest;
import io.mien.networks.inference.ExpressionClassifier;
import io.mien.store.ObjectStore;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Trainings that take a second. */
final class TinyTraining {

  private static final Map<String, Object> CLASSIFIER =
      Map.of(
          "imageSize",
          TinyDataset.SIZE,
          "batchSize",
          8,
          "epochs",
          3,
          "network",
          Map.of("width", 4, "stem", "small"));

  private static final Map<String, Object> STARGAN =
      Map.of(
          "imageSize",
          TinyDataset.SIZE,
          "batchSize",
          4,
          "iterations",
          8,
          "criticSteps",
          2,
          "generator",
          Map.of("width", 4, "residualBlocks", 1),
          "critic",
          Map.of("width", 4, "layers", 3),
          "paired",
          Map.of("pixels", 1));

  private TinyTraining() {}

  /** Nine iterations on 24 crops, with a training state every 4. */
  static TrainingRequest classifier() {
    return classifier(Map.of());
  }

  static TrainingRequest classifier(Map<String, Object> changes) {
    return request(CLASSIFIER, changes, 0);
  }

  /** The weights that a classifier's checkpoint holds, to start another from. */
  static ObjectRef weights(ObjectStore store, PrefixRef checkpoint) throws IOException {
    JsonNode manifest = WireJson.MAPPER.readTree(store.read(checkpoint.manifest()));
    JsonNode file = manifest.path("files").path(ExpressionClassifier.FILE);
    return new ObjectRef(
        checkpoint.bucket(),
        checkpoint.prefix() + ExpressionClassifier.FILE,
        file.path("bytes").longValue(),
        file.path("sha256").textValue());
  }

  /** Eight iterations, with a training state every 4 and a sample grid every 3. */
  static TrainingRequest starGan() {
    return starGan(Map.of());
  }

  static TrainingRequest starGan(Map<String, Object> changes) {
    return request(STARGAN, changes, 3);
  }

  private static TrainingRequest request(
      Map<String, Object> base, Map<String, Object> changes, int sampleEvery) {
    Map<String, Object> all = new HashMap<>(base);
    all.putAll(changes);
    return new TrainingRequest(all, sampleEvery, 4, 0);
  }
}
