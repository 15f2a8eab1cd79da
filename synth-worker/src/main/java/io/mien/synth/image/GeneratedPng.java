package io.mien.synth.image;

import io.mien.contracts.picture.ImageOutput;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import java.util.Map;

/**
 * A generated face as a PNG that says so: text chunks, and once more an XMP packet, name the IPTC
 * digital source type for generated media, the generator, the checkpoint, the source and the terms
 * of use, as far as these are known (EU AI Act, article 50, asks for machine-readable marking).
 * What else it carries is its {@link Marking}'s.
 */
public final class GeneratedPng implements ImageEncoder {

  private final Marks marks;

  /** With texts alone. */
  public GeneratedPng(Origin origin) {
    this(origin, Marking.NONE);
  }

  public GeneratedPng(Origin origin, Marking marking) {
    this(Marks.of(origin, ImageOutput.CROP, marking));
  }

  GeneratedPng(Marks marks) {
    this.marks = marks;
  }

  @Override
  public byte[] encode(RgbImage image, String expression, String sourceSha256) {
    return encode(image, marks.and("expression", expression, "source", sourceSha256));
  }

  /** A face of nobody: instead of a source it names the seed and the face's number. */
  public byte[] encode(RgbImage image, long seed, int number) {
    return encode(
        image, marks.and("seed", Long.toString(seed), "number", Integer.toString(number)));
  }

  /** Faces beside what they were made from: a composite, signed, without a watermark. */
  public byte[] encodeSheet(RgbImage sheet) {
    return signed(sheet, marks.composite().texts());
  }

  private byte[] encode(RgbImage image, Map<String, String> texts) {
    return signed(marks.watermarked(image), texts);
  }

  private byte[] signed(RgbImage image, Map<String, String> texts) {
    return marks.marking().signedPng(Png.encode(image, texts, XmpPacket.of(texts)), texts);
  }
}
