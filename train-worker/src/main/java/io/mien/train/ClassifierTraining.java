package io.mien.train;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.dataset.LabelGroups;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.CheckpointSummary;
import io.mien.contracts.result.ClassifierMeasures;
import io.mien.contracts.result.ClassifierTrained;
import io.mien.contracts.result.Verification;
import io.mien.contracts.task.Sampling;
import io.mien.contracts.task.TrainClassifier;
import io.mien.contracts.terms.UsageTerms;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.checkpoint.Safetensors;
import io.mien.networks.device.DeviceChoice;
import io.mien.networks.image.ImageSet;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.training.ClassifierData;
import io.mien.networks.training.ClassifierTrainer;
import io.mien.networks.training.ClassifierTrainingSpec;
import io.mien.store.ObjectStore;
import io.mien.store.json.WireJson;
import io.mien.train.curve.Curves;
import io.mien.train.data.BalancedSet;
import io.mien.train.data.CropLabels;
import io.mien.train.data.KnownPeople;
import io.mien.train.data.TrainingImages;
import io.mien.train.loop.BestSoFar;
import io.mien.train.loop.Sampler;
import io.mien.train.loop.TrainingLoop;
import io.mien.worker.TaskContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One training of the ResNet classifier, from crops to a checkpoint with its accuracy on people it
 * has not seen; of people, on pictures that it has not seen.
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
    KnownPeople people = task.group().equals(LabelGroups.SUBJECT) ? dataset.people() : null;
    ClassifierData data = data(task, images(task, spec, dataset, people), context);
    Optional<ResumePoint> resume = ResumePoint.of(context, store);
    try (ClassifierTrainer trainer = trainer(spec, data, resume)) {
      Curves curves = ResumePoint.curves(resume, trainer.iterations());
      TrainingLoop loop =
          new TrainingLoop(
              trainer, task.training(), context, curves, Sampler.NONE, BestSoFar.none());
      UsageTerms terms = terms(task, dataset.manifest());
      loop.run("train classifier", notes(dataset, terms, Map.of()));
      ClassifierMeasures measures =
          ClassifierResult.of(trainer.assess(), dataset.manifest().leak())
              .with(people == null ? null : verification(trainer, dataset, people));
      PrefixRef checkpoint = loop.finish(notes(dataset, terms, ClassifierResult.noted(measures)));
      CheckpointSummary summary =
          summary(trainer, dataset.manifest(), data.images().labels()).with(terms);
      return new ClassifierTrained(checkpoint, summary, measures.accuracy().value(), measures);
    }
  }

  private static @Nullable Verification verification(
      ClassifierTrainer trainer, TrainingImages dataset, KnownPeople people) {
    return dataset
        .readUnseen(people, trainer.spec().imageSize())
        .map(unseen -> PeopleVerification.of(trainer, unseen))
        .orElse(null);
  }

  private UsageTerms terms(TrainClassifier task, DatasetManifest dataset) {
    ObjectRef pretrained = task.pretrained();
    return pretrained == null
        ? dataset.terms()
        : dataset.terms().and(PretrainedTerms.of(store, pretrained));
  }

  private static CheckpointNotes notes(
      TrainingImages dataset, UsageTerms terms, Map<String, Double> measures) {
    return TrainingNotes.of(List.of(dataset.manifest()), terms, measures);
  }

  /** Images to learn from, and to see what has been learned. */
  private record Images(ImageSet learned, ImageSet validation) {}

  private static Images images(
      TrainClassifier task,
      ClassifierTrainingSpec spec,
      TrainingImages dataset,
      @Nullable KnownPeople people) {
    int size = spec.imageSize();
    if (people != null) {
      List<ImageSet> parts =
          dataset.read(Split.TRAIN, size, List.of(people.learned(), people.heldOut()));
      return new Images(parts.get(0), parts.get(1));
    }
    CropLabels labels = dataset.labels(task.group(), List.of());
    return new Images(
        dataset.read(Split.TRAIN, size, labels), dataset.read(Split.VALIDATION, size, labels));
  }

  private ClassifierData data(TrainClassifier task, Images images, TaskContext context) {
    ImageSet learned =
        task.training().sampling() == Sampling.BALANCED
            ? BalancedSet.of(images.learned())
            : images.learned();
    ClassifierData data = ClassifierData.of(learned).validatedOn(images.validation());
    ObjectRef pretrained = task.pretrained();
    return pretrained == null ? data : data.startingFrom(weights(pretrained, context));
  }

  private Safetensors weights(ObjectRef pretrained, TaskContext context) {
    Path file = context.workDirectory().resolve("pretrained.safetensors");
    try {
      Files.createDirectories(context.workDirectory());
      Files.write(file, store.read(pretrained));
      return Safetensors.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing pretrained weights to " + file + " failed.", e);
    }
  }

  /**
   * @throws InvalidInput {@code invalid-training} before the first step, when data and
   *     specification do not go together
   */
  private ClassifierTrainer trainer(
      ClassifierTrainingSpec spec, ClassifierData data, Optional<ResumePoint> resume) {
    Device where = DeviceChoice.resolve(device);
    try {
      return resume.isPresent()
          ? ClassifierTrainer.resume(resume.get().folder(), data, where)
          : ClassifierTrainer.start(spec, data, where);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(
          "invalid-training", "Train a classifier on this dataset: " + e.getMessage(), e);
    }
  }

  private static ClassifierTrainingSpec specification(TrainClassifier task) {
    JsonNode changes = WireJson.MAPPER.valueToTree(task.training().changes());
    if (task.training().keepBest() != null) {
      throw new InvalidInput(
          "invalid-training",
          "Train a classifier and keep the state with the best '%s': a classifier is judged on validation images; say 'selection' in its changes."
              .formatted(task.training().keepBest().measure()));
    }
    try {
      return ClassifierTrainingSpec.small().with(changes);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(
          "invalid-training", "Train a classifier with " + changes + ": " + e.getMessage(), e);
    }
  }

  private static CheckpointSummary summary(
      ClassifierTrainer trainer, DatasetManifest dataset, LabelGroup labels) {
    return new CheckpointSummary(
        "resnet" + trainer.spec().network().depth(),
        trainer.spec().imageSize(),
        labels.names(),
        dataset.recipe(),
        dataset.fingerprint(),
        trainer.iteration(),
        CheckpointLabels.of(List.of(labels)));
  }
}
