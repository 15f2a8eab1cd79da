package io.mien.networks.image;

/**
 * One training image.
 *
 * @param label index within its set's labels
 * @param subject the person shown, empty when unknown; pairs images of one person
 */
public record LabelledImage(RgbImage image, int label, String subject) {

  /** An image of nobody in particular. */
  public LabelledImage(RgbImage image, int label) {
    this(image, label, "");
  }
}
