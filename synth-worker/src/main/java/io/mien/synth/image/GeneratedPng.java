package io.mien.synth.image;

import io.mien.contracts.object.PrefixRef;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import java.util.Map;

/**
 * A generated face as a PNG that says so: text chunks name the IPTC digital source type for
 * generated media, the generator, the checkpoint and the source (EU AI Act, article 50, asks for
 * machine-readable marking).
 */
public final class GeneratedPng {

  private static final String DIGITAL_SOURCE_TYPE =
      "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

  private final PrefixRef checkpoint;

  public GeneratedPng(PrefixRef checkpoint) {
    this.checkpoint = checkpoint;
  }

  /**
   * @param expression what the face was given
   * @param sourceSha256 digest of the crop it was made from
   */
  public byte[] encode(RgbImage image, String expression, String sourceSha256) {
    return Png.encode(
        image,
        Map.of(
            "digitalSourceType", DIGITAL_SOURCE_TYPE,
            "Software", "Mien",
            "expression", expression,
            "checkpoint", checkpoint.manifest().sha256(),
            "source", sourceSha256));
  }

  /** A face of nobody: instead of a source it names the seed and the face's number. */
  public byte[] encode(RgbImage image, long seed, int number) {
    return Png.encode(
        image,
        Map.of(
            "digitalSourceType", DIGITAL_SOURCE_TYPE,
            "Software", "Mien",
            "checkpoint", checkpoint.manifest().sha256(),
            "seed", Long.toString(seed),
            "number", Integer.toString(number)));
  }
}
