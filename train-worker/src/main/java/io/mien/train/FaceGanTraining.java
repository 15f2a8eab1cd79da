package io.mien.train;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.CheckpointSummary;
import io.mien.contracts.result.FaceGanTrained;
import io.mien.contracts.task.FaceGanMethod;
import io.mien.contracts.task.TrainFaceGan;
import io.mien.networks.device.DeviceChoice;
import io.mien.networks.image.ImageSet;
import io.mien.networks.training.FaceGanTrainer;
import io.mien.networks.training.FaceGanTrainingSpec;
import io.mien.store.ObjectStore;
import io.mien.store.json.WireJson;
import io.mien.train.curve.Curves;
import io.mien.train.data.TrainingImages;
import io.mien.train.loop.BestSoFar;
import io.mien.train.loop.SampleGrid;
import io.mien.train.loop.TrainingLoop;
import io.mien.worker.TaskContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One training of a face generator, from crops to a checkpoint. */
final class FaceGanTraining {

  private static final String NETWORK = "face-gan";

  private final ObjectStore store;
  private final String device;

  FaceGanTraining(ObjectStore store, String device) {
    this.store = store;
    this.device = device;
  }

  FaceGanTrained train(TrainFaceGan task, TaskContext context) {
    FaceGanTrainingSpec spec = specification(task);
    TrainingImages dataset = TrainingImages.open(store, task.dataset(), context);
    ImageSet images = dataset.readFaces(Split.TRAIN, spec.imageSize());
    Optional<ResumePoint> resume = ResumePoint.of(context, store);
    try (FaceGanTrainer trainer = trainer(spec, images, resume)) {
      Curves curves = ResumePoint.curves(resume, trainer.iterations());
      BestSoFar best = BestSoFar.of(task.training().keepBest(), resume.flatMap(ResumePoint::best));
      TrainingLoop loop =
          new TrainingLoop(
              trainer,
              task.training(),
              context,
              curves,
              () -> Optional.of(new SampleGrid(trainer.sampleGrid(), List.of())),
              best);
      loop.run("train face generator", TrainingNotes.of(dataset.manifest(), Map.of()));
      PrefixRef checkpoint = loop.finish(TrainingNotes.of(dataset.manifest(), Map.of()));
      return new FaceGanTrained(
          checkpoint, summary(trainer, dataset.manifest()), loop.best().orElse(null));
    }
  }

  private static FaceGanTrainingSpec specification(TrainFaceGan task) {
    JsonNode changes = WireJson.MAPPER.valueToTree(task.training().changes());
    try {
      return base(task.method()).with(changes);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(
          "invalid-training",
          "Train a face generator (%s) with %s: %s"
              .formatted(task.method().wireName(), changes, e.getMessage()),
          e);
    }
  }

  private static FaceGanTrainingSpec base(FaceGanMethod method) {
    return switch (method) {
      case DCGAN -> FaceGanTrainingSpec.dcgan();
      case WGAN -> FaceGanTrainingSpec.wgan();
      case WGAN_GP -> FaceGanTrainingSpec.wganGp();
      case R1 -> FaceGanTrainingSpec.r1();
    };
  }

  private FaceGanTrainer trainer(
      FaceGanTrainingSpec spec, ImageSet images, Optional<ResumePoint> resume) {
    Device where = DeviceChoice.resolve(device);
    try {
      return resume.isPresent()
          ? FaceGanTrainer.resume(resume.get().folder(), images, where)
          : FaceGanTrainer.start(spec, images, where);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput("invalid-training", "Train a face generator: " + e.getMessage(), e);
    }
  }

  private static CheckpointSummary summary(FaceGanTrainer trainer, DatasetManifest dataset) {
    return new CheckpointSummary(
        NETWORK,
        trainer.spec().imageSize(),
        List.of(),
        dataset.recipe(),
        dataset.fingerprint(),
        trainer.iteration(),
        List.of(),
        dataset.terms());
  }
}
