package io.mien.eval;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import io.mien.contracts.event.Measure;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.PrefixRef;
import io.mien.networks.checkpoint.CheckpointManifest;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.image.ImageSet;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.training.ClassifierTrainer;
import io.mien.networks.training.ClassifierTrainingSpec;
import io.mien.networks.training.StarGanTrainer;
import io.mien.networks.training.StarGanTrainingSpec;
import io.mien.networks.training.Trainer;
import io.mien.networks.training.TrainingStep;
import io.mien.store.ObjectStore;
import io.mien.store.curve.CurveFile;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checkpoints with their curves: a judge that knows its labels, a generator that has just begun.
 */
final class TinyCheckpoints {

  private static final String JUDGE =
      """
      {"imageSize": 16, "batchSize": 8, "epochs": 12,
       "network": {"width": 4, "stem": "small"}, "optimizer": {"learningRate": 0.005},
       "augmentation": {"flip": false}, "selection": {"keep": "last"}}
      """;
  private static final String GENERATOR =
      """
      {"imageSize": 16, "batchSize": 4, "iterations": 2, "criticSteps": 1,
       "generator": {"width": 4, "residualBlocks": 1},
       "critic": {"width": 4, "layers": 3}}
      """;

  private final ObjectStore store;
  private final Path folder;

  TinyCheckpoints(ObjectStore store, Path folder) {
    this.store = store;
    this.folder = folder;
  }

  PrefixRef classifier(List<String> labels) throws IOException {
    return classifier(LabelGroup.exclusive(labels));
  }

  PrefixRef classifier(LabelGroup labels) throws IOException {
    ClassifierTrainingSpec spec = ClassifierTrainingSpec.small().with(json(JUDGE));
    try (ClassifierTrainer trainer =
        ClassifierTrainer.start(spec, TinyDataset.trainingImages(labels), Device.cpu())) {
      return publish(trainer, "classifier-" + labels.name() + labels.size());
    }
  }

  PrefixRef starGan(List<String> labels) throws IOException {
    return starGan(LabelGroup.exclusive(labels));
  }

  /** Of one group, or of several jointly. */
  PrefixRef starGan(LabelGroup... groups) throws IOException {
    List<ImageSet> sets = Stream.of(groups).map(TinyDataset::trainingImages).toList();
    StarGanTrainingSpec spec = StarGanTrainingSpec.faithful().with(json(GENERATOR));
    try (StarGanTrainer trainer = StarGanTrainer.start(spec, sets, Device.cpu())) {
      return publish(trainer, "stargan-" + groups.length + groups[0].size());
    }
  }

  private PrefixRef publish(Trainer trainer, String name) throws IOException {
    List<Measure> curves = new ArrayList<>();
    while (!trainer.finished()) {
      TrainingStep step = trainer.step();
      step.losses()
          .forEach((loss, value) -> curves.add(new Measure(step.iteration(), loss, value)));
      curves.add(new Measure(step.iteration(), "imagesPerSecond", step.imagesPerSecond()));
    }
    Path checkpoint = folder.resolve(name);
    trainer.save(checkpoint, CheckpointNotes.none());
    CurveFile.write(checkpoint, curves);
    return Published.folder(store, Bucket.MODELS, checkpoint, CheckpointManifest.FILE);
  }

  private static JsonNode json(String text) {
    try {
      return WireJson.MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
