package io.mien.synth;

import ai.djl.Device;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.PrefixRef;
import io.mien.networks.checkpoint.CheckpointManifest;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.image.ImageSet;
import io.mien.networks.image.LabelledImage;
import io.mien.networks.image.RgbImage;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.training.FaceGanTrainer;
import io.mien.networks.training.FaceGanTrainingSpec;
import io.mien.store.ObjectStore;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The checkpoint of a DCGAN after two iterations. */
final class TinyFaceGenerator {

  static final int SIZE = 32;

  private static final String TRAINING =
      """
      {"imageSize": 32, "batchSize": 4, "iterations": 2,
       "network": {"latent": 4, "generatorWidth": 4, "criticWidth": 4}}
      """;

  private TinyFaceGenerator() {}

  static PrefixRef publish(ObjectStore store, Path folder) throws IOException {
    try (FaceGanTrainer trainer = FaceGanTrainer.start(specification(), noise(), Device.cpu())) {
      while (!trainer.finished()) {
        trainer.step();
      }
      trainer.save(folder, CheckpointNotes.none());
    }
    return Published.folder(store, Bucket.MODELS, folder, CheckpointManifest.FILE);
  }

  private static FaceGanTrainingSpec specification() {
    try {
      return FaceGanTrainingSpec.dcgan().with(WireJson.MAPPER.readTree(TRAINING));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ImageSet noise() {
    Random random = new Random(9);
    List<LabelledImage> images = new ArrayList<>();
    for (int person = 0; person < 4; person++) {
      byte[] rgb = new byte[3 * SIZE * SIZE];
      random.nextBytes(rgb);
      images.add(new LabelledImage(new RgbImage(SIZE, SIZE, rgb), person % 2, "p" + person));
    }
    return new ImageSet(SIZE, LabelGroup.exclusive(List.of("neutral", "happy")), images);
  }
}
