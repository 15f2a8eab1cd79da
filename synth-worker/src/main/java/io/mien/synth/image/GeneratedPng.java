package io.mien.synth.image;

import io.mien.contracts.terms.CommercialUse;
import io.mien.contracts.terms.UsageTerms;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.synth.image.watermark.WatermarkWriter;
import java.util.HashMap;
import java.util.Map;

/**
 * A generated face as a PNG that says so: text chunks, and once more an XMP packet, name the IPTC
 * digital source type for generated media, the generator, the checkpoint, the source and the terms
 * of use, as far as these are known (EU AI Act, article 50, asks for machine-readable marking).
 * What else it carries is its {@link Marking}'s.
 */
public final class GeneratedPng {

  static final String DIGITAL_SOURCE_TYPE =
      "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

  private static final String COMPOSITE_SOURCE_TYPE =
      "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia";

  private final String checkpoint;
  private final Map<String, String> origin;
  private final Marking marking;

  /** With texts alone. */
  public GeneratedPng(Origin origin) {
    this(origin, Marking.NONE);
  }

  public GeneratedPng(Origin origin, Marking marking) {
    this.checkpoint = origin.checkpoint().manifest().sha256();
    this.origin = texts(origin);
    this.marking = marking;
  }

  /**
   * @param expression what the face was given
   * @param sourceSha256 digest of the crop it was made from
   */
  public byte[] encode(RgbImage image, String expression, String sourceSha256) {
    return encode(image, with("expression", expression, "source", sourceSha256));
  }

  /** A face of nobody: instead of a source it names the seed and the face's number. */
  public byte[] encode(RgbImage image, long seed, int number) {
    return encode(image, with("seed", Long.toString(seed), "number", Integer.toString(number)));
  }

  /** Faces beside what they were made from: a composite, signed, without a watermark. */
  public byte[] encodeSheet(RgbImage sheet) {
    Map<String, String> texts = new HashMap<>(origin);
    texts.put("digitalSourceType", COMPOSITE_SOURCE_TYPE);
    return encodeSigned(sheet, texts);
  }

  private byte[] encode(RgbImage image, Map<String, String> texts) {
    if (marking.watermarks()) {
      texts.put("watermark", WatermarkWriter.NAME);
    }
    return encodeSigned(marking.watermarked(image, checkpoint), texts);
  }

  private byte[] encodeSigned(RgbImage image, Map<String, String> texts) {
    return marking.signed(Png.encode(image, texts, XmpPacket.of(texts)), texts);
  }

  private Map<String, String> with(String key, String value, String other, String otherValue) {
    Map<String, String> texts = new HashMap<>(origin);
    texts.put(key, value);
    texts.put(other, otherValue);
    return texts;
  }

  private static Map<String, String> texts(Origin origin) {
    Map<String, String> texts = new HashMap<>();
    texts.put("digitalSourceType", DIGITAL_SOURCE_TYPE);
    texts.put("Software", "Mien");
    texts.put("checkpoint", origin.checkpoint().manifest().sha256());
    UsageTerms terms = origin.terms();
    if (terms.licence() != null) {
      texts.put("licence", terms.licence());
    }
    if (terms.commercialUse() != CommercialUse.UNKNOWN) {
      texts.put("commercialUse", terms.commercialUse().wireName());
    }
    return texts;
  }
}
