package io.mien.networks.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.mien.networks.checkpoint.CheckpointJson;
import io.mien.networks.optimizer.Schedule;
import io.mien.networks.optimizer.ScheduleKind;
import io.mien.networks.resnet.ResNetSpec;
import io.mien.networks.resnet.Stem;
import java.util.Objects;

/**
 * Everything that determines a classifier's training, beside the images and pretrained weights.
 *
 * @param imageSize side of the square images in pixels
 * @param epochs passes over the images; an epoch's last, partial batch is left out
 * @param labelSmoothing 0 to 1
 * @param seed of everything random: start, order, augmentation
 * @param classWeights how much labels count in the loss; alike when absent
 * @param selection which epoch and which seed become the checkpoint; the last epoch of one seed
 *     when absent
 */
public record ClassifierTrainingSpec(
    int imageSize,
    int batchSize,
    int epochs,
    ResNetSpec network,
    ClassifierOptimizer optimizer,
    Schedule schedule,
    double labelSmoothing,
    Augmentation augmentation,
    long seed,
    ClassWeights classWeights,
    ModelSelection selection) {
  public ClassifierTrainingSpec {
    classWeights = Objects.requireNonNullElse(classWeights, ClassWeights.none());
    selection = Objects.requireNonNullElse(selection, ModelSelection.last());
    if (imageSize < 8 || batchSize < 2 || epochs < 1) {
      throw new IllegalArgumentException(
          "A classifier needs images >= 8 pixels, a batch >= 2 and epochs >= 1; found %d, %d, %d."
              .formatted(imageSize, batchSize, epochs));
    }
    network.requireFits(imageSize);
    if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
      throw new IllegalArgumentException(
          "Label smoothing must lie in [0, 1), found " + labelSmoothing + ".");
    }
  }

  /** A small, quick training that separates clear expressions at 64 pixels. */
  public static ClassifierTrainingSpec small() {
    return new ClassifierTrainingSpec(
        64,
        32,
        10,
        ResNetSpec.resNet18(16, Stem.IMAGENET),
        new ClassifierOptimizer(ClassifierOptimizer.Kind.ADAMW, 2e-3, 0.9, 0.05),
        new Schedule(ScheduleKind.COSINE, 0, 0.1),
        0,
        new Augmentation(true, 3, 0.1, 0.1),
        1,
        ClassWeights.none(),
        ModelSelection.best());
  }

  /** This specification with some fields, at any depth, replaced. */
  public ClassifierTrainingSpec with(JsonNode changes) {
    return CheckpointJson.override(this, changes, ClassifierTrainingSpec.class);
  }
}
