package io.mien.networks.image;

/**
 * One training image.
 *
 * @param label index within its set's labels
 */
public record LabelledImage(RgbImage image, int label) {}
