package io.mien.synth.image;

import io.mien.contracts.picture.ImageOutput;
import io.mien.contracts.terms.CommercialUse;
import io.mien.contracts.terms.UsageTerms;
import io.mien.networks.image.RgbImage;
import io.mien.synth.image.watermark.WatermarkWriter;
import java.util.HashMap;
import java.util.Map;

/**
 * What every picture of one origin says of itself, as far as it is known: the IPTC digital source
 * type, the generator, the checkpoint and the terms of use; and what it carries besides.
 *
 * @param texts by keyword
 */
record Marks(Map<String, String> texts, Marking marking) {

  private static final String SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/";

  /** Generated as a whole. */
  static final String GENERATED = SOURCE_TYPES + "trainedAlgorithmicMedia";

  /** A photo of which a part is generated, or generated pictures beside others. */
  static final String COMPOSITE = SOURCE_TYPES + "compositeWithTrainedAlgorithmicMedia";

  private static final String SOURCE_TYPE = "digitalSourceType";
  private static final String CHECKPOINT = "checkpoint";

  Marks {
    texts = Map.copyOf(texts);
  }

  static Marks of(Origin origin, ImageOutput output, Marking marking) {
    Map<String, String> texts = new HashMap<>();
    texts.put(SOURCE_TYPE, GENERATED);
    texts.put("Software", "Mien");
    texts.put(CHECKPOINT, origin.checkpoint().manifest().sha256());
    UsageTerms terms = origin.terms();
    if (terms.licence() != null) {
      texts.put("licence", terms.licence());
    }
    if (terms.commercialUse() != CommercialUse.UNKNOWN) {
      texts.put("commercialUse", terms.commercialUse().wireName());
    }
    Marks whole = new Marks(texts, marking);
    return switch (output) {
      case CROP -> whole;
      case PASTED -> whole.composite();
    };
  }

  /**
   * Of pictures that are not generated as a whole; they have no watermark, which would change what
   * was not generated.
   */
  Marks composite() {
    Map<String, String> changed = new HashMap<>(texts);
    changed.put(SOURCE_TYPE, COMPOSITE);
    return new Marks(changed, marking.withoutWatermark());
  }

  /** With two more. */
  Map<String, String> and(String key, String value, String other, String otherValue) {
    Map<String, String> all = new HashMap<>(texts);
    all.put(key, value);
    all.put(other, otherValue);
    if (marking.watermarks()) {
      all.put("watermark", WatermarkWriter.NAME);
    }
    return all;
  }

  /** The picture with its watermark, or as it is. */
  RgbImage watermarked(RgbImage image) {
    return marking.watermarked(image, String.valueOf(texts.get(CHECKPOINT)));
  }
}
