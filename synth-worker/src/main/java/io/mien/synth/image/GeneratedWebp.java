package io.mien.synth.image;

import io.mien.contracts.failure.InvalidInput;
import io.mien.networks.image.RgbImage;
import io.mien.synth.webp.LosslessWebp;

/**
 * A generated picture as a lossless WebP that says so: the XMP packet that a PNG has; a signature
 * it cannot carry yet.
 */
public final class GeneratedWebp implements ImageEncoder {

  private final Marks marks;

  GeneratedWebp(Marks marks) {
    this.marks = marks;
  }

  /**
   * @throws InvalidInput {@code image-too-large} for more pixels along a side than a WebP can have
   */
  @Override
  public byte[] encode(RgbImage image, String expression, String sourceSha256) {
    if (Math.max(image.width(), image.height()) > LosslessWebp.LONGEST_SIDE) {
      throw new InvalidInput(
          "image-too-large",
          "Write %d x %d pixels as WebP: it has at most %d along a side. Ask for png or jpeg."
              .formatted(image.width(), image.height(), LosslessWebp.LONGEST_SIDE));
    }
    return LosslessWebp.encode(
        marks.watermarked(image),
        XmpPacket.of(marks.and("expression", expression, "source", sourceSha256)));
  }
}
