package io.mien.synth.image;

import io.mien.contracts.picture.ImageFormat;
import io.mien.contracts.picture.ImageOutput;
import io.mien.networks.image.RgbImage;

/** Writes generated pictures so that each says that it is generated, and from what. */
public interface ImageEncoder {

  /**
   * @param expression what the face was given
   * @param sourceSha256 digest of what it was made from: the photo, or the crop of a dataset
   */
  byte[] encode(RgbImage image, String expression, String sourceSha256);

  /**
   * @param output whether the pictures are generated as a whole, or photos with a generated part
   */
  static ImageEncoder of(ImageFormat format, ImageOutput output, Origin origin, Marking marking) {
    Marks marks = Marks.of(origin, output, marking);
    return switch (format) {
      case PNG -> new GeneratedPng(marks);
      case JPEG -> new GeneratedJpeg(marks);
      case WEBP -> new GeneratedWebp(marks);
    };
  }
}
