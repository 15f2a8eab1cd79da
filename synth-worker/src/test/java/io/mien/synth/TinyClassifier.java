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
import io.mien.store.Sha256;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
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

  /** The same checkpoint with weights of which none is a number. */
  static PrefixRef publishDiverged(ObjectStore store, Path folder) throws IOException {
    Path manifest = folder.resolve(CheckpointManifest.FILE);
    String json = Files.readString(manifest);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.safetensors")) {
      for (Path file : files) {
        String before = Sha256.of(file);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        for (int at = (int) (Long.BYTES + bytes.getLong(0)); at < bytes.capacity(); at += 4) {
          bytes.putFloat(at, Float.NaN);
        }
        Files.write(file, bytes.array());
        json = json.replace(before, Sha256.of(file));
      }
    }
    Files.writeString(manifest, json);
    return Published.folder(store, Bucket.MODELS, folder, CheckpointManifest.FILE);
  }
}
