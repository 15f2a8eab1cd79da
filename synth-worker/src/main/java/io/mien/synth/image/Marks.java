package io.mien.synth.image;

import io.mien.contracts.picture.ImageOutput;
import io.mien.contracts.terms.CommercialUse;
import io.mien.contracts.terms.UsageTerms;
import java.util.HashMap;
import java.util.Map;

/**
 * What every picture of one origin says of itself, as far as it is known: the IPTC digital source
 * type, the generator, the checkpoint and the terms of use.
 *
 * @param texts by keyword
 */
record Marks(Map<String, String> texts) {

  private static final String SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/";

  /** Generated as a whole. */
  static final String GENERATED = SOURCE_TYPES + "trainedAlgorithmicMedia";

  /** A photo of which a part is generated. */
  static final String COMPOSITE = SOURCE_TYPES + "compositeWithTrainedAlgorithmicMedia";

  Marks {
    texts = Map.copyOf(texts);
  }

  static Marks of(Origin origin, ImageOutput output) {
    Map<String, String> texts = new HashMap<>();
    texts.put(
        "digitalSourceType",
        switch (output) {
          case CROP -> GENERATED;
          case PASTED -> COMPOSITE;
        });
    texts.put("Software", "Mien");
    texts.put("checkpoint", origin.checkpoint().manifest().sha256());
    UsageTerms terms = origin.terms();
    if (terms.licence() != null) {
      texts.put("licence", terms.licence());
    }
    if (terms.commercialUse() != CommercialUse.UNKNOWN) {
      texts.put("commercialUse", terms.commercialUse().wireName());
    }
    return new Marks(texts);
  }

  /** With two more. */
  Map<String, String> and(String key, String value, String other, String otherValue) {
    Map<String, String> all = new HashMap<>(texts);
    all.put(key, value);
    all.put(other, otherValue);
    return all;
  }
}
