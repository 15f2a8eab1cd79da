package io.mien.networks.image;

import org.jspecify.annotations.Nullable;

/**
 * One training image.
 *
 * @param label index within its set's labels
 * @param subject the person shown, empty when unknown; pairs images of one person
 * @param frame where the image lies in its picture, when known; aligns images of one camera
 */
public record LabelledImage(RgbImage image, int label, String subject, @Nullable CropFrame frame) {

  /** An image whose place in its picture is not known. */
  public LabelledImage(RgbImage image, int label, String subject) {
    this(image, label, subject, null);
  }

  /** An image of nobody in particular. */
  public LabelledImage(RgbImage image, int label) {
    this(image, label, "");
  }
}
