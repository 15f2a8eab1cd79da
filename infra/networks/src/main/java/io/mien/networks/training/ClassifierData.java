package io.mien.networks.training;

import io.mien.networks.checkpoint.Safetensors;
import io.mien.networks.image.ImageSet;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelKind;
import org.jspecify.annotations.Nullable;

/**
 * What a classifier learns from.
 *
 * @param images to train on
 * @param validation images that are not trained on, after every epoch: of other people, or other
 *     images of the same when people are what is told apart; absent when nothing is selected
 * @param pretrained weights to start from, under torchvision's names; the last layer is taken only
 *     when it has as many classes
 */
public record ClassifierData(
    ImageSet images, @Nullable ImageSet validation, @Nullable Safetensors pretrained) {
  public ClassifierData {
    if (validation != null && !validation.labels().equals(images.labels())) {
      throw new IllegalArgumentException(
          "Validation images have the labels %s, training images %s."
              .formatted(validation.labels().names(), images.labels().names()));
    }
  }

  public static ClassifierData of(ImageSet images) {
    return new ClassifierData(images, null, null);
  }

  public ClassifierData validatedOn(ImageSet others) {
    return new ClassifierData(images, others, pretrained);
  }

  public ClassifierData startingFrom(Safetensors weights) {
    return new ClassifierData(images, validation, weights);
  }

  /**
   * Refuses what a training would stumble over, before its first step.
   *
   * @throws IllegalArgumentException with what to change
   */
  void requireFits(ClassifierTrainingSpec spec) {
    requireSize(spec.imageSize(), images);
    requireExclusive(images.labels());
    Mirroring.requireSides(spec.augmentation(), images.labels());
    if (images.distinctLabels() < 2) {
      throw new IllegalArgumentException(
          "All %d images have the same label of %s: there is nothing to tell apart. Use a dataset with two labels or more."
              .formatted(images.size(), images.labels().names()));
    }
    if (validation != null) {
      requireSize(spec.imageSize(), validation);
    } else if (spec.selection().needsValidation()) {
      throw new IllegalArgumentException(
          "Selection %s needs validation images: use a split with some, or keep the last epoch of one seed without patience."
              .formatted(spec.selection()));
    }
  }

  private static void requireExclusive(LabelGroup labels) {
    if (labels.kind() != LabelKind.EXCLUSIVE) {
      throw new IllegalArgumentException(
          "A classifier tells exclusive labels apart, but any number of %s may hold at once: use a group such as expression or pose."
              .formatted(labels.names()));
    }
  }

  private static void requireSize(int imageSize, ImageSet set) {
    if (set.imageSize() != imageSize) {
      throw new IllegalArgumentException(
          "The training asks for %d pixels, the images have %d: set imageSize to %d, or crop anew."
              .formatted(imageSize, set.imageSize(), set.imageSize()));
    }
  }
}
