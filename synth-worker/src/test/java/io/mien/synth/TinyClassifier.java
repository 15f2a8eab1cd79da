package io.mien.synth;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.PrefixRef;
import io.mien.networks.checkpoint.CheckpointManifest;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.image.ImageSet;
import io.mien.networks.training.ClassifierTrainer;
import io.mien.networks.training.ClassifierTrainingSpec;
import io.mien.store.ObjectStore;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.nio.file.Path;

/** The checkpoint of a classifier that has seen its pictures a few times. */
final class TinyClassifier {

  private static final String TRAINING =
      """
      {"imageSize": 16, "batchSize": 8, "epochs": 6,
       "network": {"width": 4, "stem": "small"}, "optimizer": {"learningRate": 0.005},
       "augmentation": {"flip": false}, "selection": {"keep": "last"}}
      """;

  private TinyClassifier() {}

  static PrefixRef publish(ObjectStore store, Path folder, ImageSet images) throws IOException {
    JsonNode changes = WireJson.MAPPER.readTree(TRAINING);
    ClassifierTrainingSpec spec = ClassifierTrainingSpec.small().with(changes);
    try (ClassifierTrainer trainer = ClassifierTrainer.start(spec, images, Device.cpu())) {
      while (!trainer.finished()) {
        trainer.step();
      }
      trainer.save(folder, CheckpointNotes.none());
    }
    return Published.folder(store, Bucket.MODELS, folder, CheckpointManifest.FILE);
  }
}
