package io.mien.networks.image;

import io.mien.networks.label.HeldLabels;
import org.jspecify.annotations.Nullable;

/**
 * One training image.
 *
 * @param labels those of its set's group that hold
 * @param subject the person shown, empty when unknown; pairs images of one person
 * @param frame where the image lies in its picture, when known; aligns images of one camera
 */
public record LabelledImage(
    RgbImage image, HeldLabels labels, String subject, @Nullable CropFrame frame) {

  /**
   * An image with one label.
   *
   * @param label index within its set's labels
   */
  public LabelledImage(RgbImage image, int label, String subject, @Nullable CropFrame frame) {
    this(image, HeldLabels.of(label), subject, frame);
  }

  /** An image whose place in its picture is not known. */
  public LabelledImage(RgbImage image, int label, String subject) {
    this(image, label, subject, null);
  }

  /** An image of nobody in particular. */
  public LabelledImage(RgbImage image, int label) {
    this(image, label, "");
  }

  /** Index of the one label of an exclusive group. */
  public int label() {
    return labels.only();
  }
}
