package io.mien.train;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.CheckpointSummary;
import io.mien.contracts.result.StarGanTrained;
import io.mien.contracts.task.TrainStarGan;
import io.mien.networks.device.DeviceChoice;
import io.mien.networks.image.ImageSet;
import io.mien.networks.image.RgbImage;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.training.StarGanTrainer;
import io.mien.networks.training.StarGanTrainingSpec;
import io.mien.store.ObjectStore;
import io.mien.store.json.WireJson;
import io.mien.train.curve.Curves;
import io.mien.train.data.LearnedImages;
import io.mien.train.loop.BestSoFar;
import io.mien.train.loop.SampleGrid;
import io.mien.train.loop.TrainingLoop;
import io.mien.worker.TaskContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One StarGAN training, from crops to a checkpoint. */
final class StarGanTraining {

  static final String NETWORK = "stargan";

  private final ObjectStore store;
  private final String device;

  StarGanTraining(ObjectStore store, String device) {
    this.store = store;
    this.device = device;
  }

  StarGanTrained train(TrainStarGan task, TaskContext context) {
    StarGanTrainingSpec asked = specification(task);
    LearnedImages images =
        LearnedImages.read(store, task.learned(), asked.imageSize(), context)
            .sampled(task.training().sampling());
    StarGanTrainingSpec spec = asked.over(images.sizes());
    List<RgbImage> faces = SampleFaces.of(images.sets().get(0));
    List<String> columns = SampleFaces.columns(groups(images));
    Optional<ResumePoint> resume = ResumePoint.of(context, store);
    try (StarGanTrainer trainer = trainer(spec, images.sets(), resume)) {
      Curves curves = ResumePoint.curves(resume, trainer.iterations());
      BestSoFar best = BestSoFar.of(task.training().keepBest(), resume.flatMap(ResumePoint::best));
      TrainingLoop loop =
          new TrainingLoop(
              trainer,
              task.training(),
              context,
              curves,
              () -> Optional.of(new SampleGrid(trainer.sampleGrid(faces), columns)),
              best);
      loop.run("train StarGAN", TrainingNotes.of(images.datasets(), Map.of()));
      PrefixRef checkpoint = loop.finish(TrainingNotes.of(images.datasets(), Map.of()));
      return new StarGanTrained(checkpoint, summary(trainer, images), loop.best().orElse(null));
    }
  }

  private static StarGanTrainingSpec specification(TrainStarGan task) {
    JsonNode changes = WireJson.MAPPER.valueToTree(task.training().changes());
    if (changes.path("epochs").asInt() > 0 && changes.has("iterations")) {
      throw new InvalidInput(
          "invalid-training",
          "Train StarGAN for %s epochs and %s iterations: say one of the two."
              .formatted(changes.get("epochs"), changes.get("iterations")));
    }
    try {
      return StarGanTrainingSpec.faithful().with(changes);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(
          "invalid-training", "Train StarGAN with " + changes + ": " + e.getMessage(), e);
    }
  }

  private StarGanTrainer trainer(
      StarGanTrainingSpec spec, List<ImageSet> images, Optional<ResumePoint> resume) {
    Device where = DeviceChoice.resolve(device);
    try {
      return resume.isPresent()
          ? StarGanTrainer.resume(resume.get().folder(), images, where)
          : StarGanTrainer.start(spec, images, where);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput("invalid-training", "Train StarGAN: " + e.getMessage(), e);
    }
  }

  private static List<LabelGroup> groups(LearnedImages images) {
    return images.sets().stream().map(ImageSet::labels).distinct().toList();
  }

  private static CheckpointSummary summary(StarGanTrainer trainer, LearnedImages images) {
    List<LabelGroup> groups = groups(images);
    return new CheckpointSummary(
        NETWORK,
        trainer.spec().imageSize(),
        groups.get(0).names(),
        images.datasets().get(0).recipe(),
        TrainingNotes.fingerprint(images.datasets()),
        trainer.iteration(),
        CheckpointLabels.of(groups),
        TrainingNotes.terms(images.datasets()));
  }
}
