package io.mien.networks.training;

import io.mien.networks.label.LabelGroup;

/** Mirrored images show the labels of the other side, which the network then has to know. */
final class Mirroring {
  private Mirroring() {}

  /**
   * @throws IllegalArgumentException when images would show a label that the group lacks
   */
  static void requireSides(Augmentation augmentation, LabelGroup labels) {
    if (augmentation.flip() && !labels.onesided().isEmpty()) {
      throw new IllegalArgumentException(
          "Mirrored images of %s show the other side, which is none of the labels %s: set flip of the augmentation to false, or use images of both sides."
              .formatted(labels.onesided(), labels.names()));
    }
  }
}
