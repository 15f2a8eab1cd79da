package io.mien.synth;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.PrefixRef;
import io.mien.networks.checkpoint.CheckpointManifest;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.image.ImageSet;
import io.mien.networks.training.StarGanTrainer;
import io.mien.networks.training.StarGanTrainingSpec;
import io.mien.store.ObjectStore;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The checkpoint of a StarGAN after two iterations. */
final class TinyGenerator {

  private static final String TRAINING =
      """
      {"imageSize": 16, "batchSize": 4, "iterations": 2, "criticSteps": 1,
       "generator": {"width": 4, "residualBlocks": 1},
       "critic": {"width": 4, "layers": 3}}
      """;

  private TinyGenerator() {}

  static PrefixRef publish(ObjectStore store, Path folder, List<String> labels) throws IOException {
    return publish(store, folder, TinyDataset.trainingImages(labels));
  }

  static PrefixRef publish(ObjectStore store, Path folder, ImageSet... sets) throws IOException {
    StarGanTrainingSpec spec = StarGanTrainingSpec.faithful().with(json(TRAINING));
    try (StarGanTrainer trainer = StarGanTrainer.start(spec, List.of(sets), Device.cpu())) {
      while (!trainer.finished()) {
        trainer.step();
      }
      trainer.save(folder, CheckpointNotes.none());
    }
    return Published.folder(store, Bucket.MODELS, folder, CheckpointManifest.FILE);
  }

  private static JsonNode json(String text) {
    try {
      return WireJson.MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
