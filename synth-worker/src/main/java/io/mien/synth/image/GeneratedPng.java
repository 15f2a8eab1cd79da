package io.mien.synth.image;

import io.mien.contracts.terms.CommercialUse;
import io.mien.contracts.terms.UsageTerms;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import java.util.HashMap;
import java.util.Map;

/**
 * A generated face as a PNG that says so: text chunks, and once more an XMP packet, name the IPTC
 * digital source type for generated media, the generator, the checkpoint, the source and the terms
 * of use, as far as these are known (EU AI Act, article 50, asks for machine-readable marking).
 */
public final class GeneratedPng {

  static final String DIGITAL_SOURCE_TYPE =
      "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

  private final Map<String, String> origin;

  public GeneratedPng(Origin origin) {
    this.origin = texts(origin);
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

  private static byte[] encode(RgbImage image, Map<String, String> texts) {
    return Png.encode(image, texts, XmpPacket.of(texts));
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
