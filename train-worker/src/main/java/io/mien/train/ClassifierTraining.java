package io.mien.train;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.event.Measure;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.CheckpointSummary;
import io.mien.contracts.result.ClassifierTrained;
import io.mien.contracts.task.TrainClassifier;
import io.mien.networks.device.DeviceChoice;
import io.mien.networks.image.ImageSet;
import io.mien.networks.training.ClassifierTrainer;
import io.mien.networks.training.ClassifierTrainingSpec;
import io.mien.store.ObjectStore;
import io.mien.store.json.WireJson;
import io.mien.train.curve.Curves;
import io.mien.train.data.TrainingImages;
import io.mien.train.loop.Sampler;
import io.mien.train.loop.TrainingLoop;
import io.mien.worker.TaskContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One training of the ResNet classifier, from crops to a checkpoint with its accuracy on people it
 * has not seen.
 */
final class ClassifierTraining {

  private final ObjectStore store;
  private final String device;

  ClassifierTraining(ObjectStore store, String device) {
    this.store = store;
    this.device = device;
  }

  ClassifierTrained train(TrainClassifier task, TaskContext context) {
    ClassifierTrainingSpec spec = specification(task);
    TrainingImages dataset = TrainingImages.open(store, task.dataset(), context);
    ImageSet images = dataset.read(Split.TRAIN, spec.imageSize());
    ImageSet validation = dataset.read(Split.VALIDATION, spec.imageSize());
    Optional<ResumePoint> resume = ResumePoint.of(context, store);
    try (ClassifierTrainer trainer = trainer(spec, images, resume)) {
      List<Measure> earlier = resume.map(ResumePoint::curves).orElse(List.of());
      Curves curves = new Curves(trainer.iterations(), earlier, context::measured);
      TrainingLoop loop = new TrainingLoop(trainer, task.training(), context, curves, Sampler.NONE);
      loop.run("train classifier", TrainingNotes.of(dataset.manifest(), Map.of()));
      double accuracy = trainer.accuracy(validation);
      context.measured(
          List.of(new Measure(trainer.iteration(), "classifier/validationAccuracy", accuracy)));
      PrefixRef checkpoint =
          loop.save(
              "checkpoint",
              TrainingNotes.of(dataset.manifest(), Map.of("validationAccuracy", accuracy)));
      return new ClassifierTrained(checkpoint, summary(trainer, dataset.manifest()), accuracy);
    }
  }

  private static ClassifierTrainingSpec specification(TrainClassifier task) {
    JsonNode changes = WireJson.MAPPER.valueToTree(task.training().changes());
    try {
      return ClassifierTrainingSpec.small().with(changes);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(
          "invalid-training", "Train a classifier with " + changes + ": " + e.getMessage(), e);
    }
  }

  private ClassifierTrainer trainer(
      ClassifierTrainingSpec spec, ImageSet images, Optional<ResumePoint> resume) {
    Device where = DeviceChoice.resolve(device);
    try {
      return resume.isPresent()
          ? ClassifierTrainer.resume(resume.get().folder(), images, where)
          : ClassifierTrainer.start(spec, images, where);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput("invalid-training", "Train a classifier: " + e.getMessage(), e);
    }
  }

  private static CheckpointSummary summary(ClassifierTrainer trainer, DatasetManifest dataset) {
    return new CheckpointSummary(
        "resnet" + trainer.spec().network().depth(),
        trainer.spec().imageSize(),
        dataset.labels(),
        dataset.recipe(),
        dataset.fingerprint(),
        trainer.iteration());
  }
}
