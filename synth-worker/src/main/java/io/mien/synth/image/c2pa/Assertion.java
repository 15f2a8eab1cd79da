package io.mien.synth.image.c2pa;

import io.mien.store.Sha256;
import java.security.MessageDigest;
import java.util.Map;

/** One thing that the signer states. */
final class Assertion {

  private final String label;
  private final byte[] box;

  private Assertion(String label, byte[] box) {
    this.label = label;
    this.box = box;
  }

  /**
   * Of content as CBOR.
   *
   * @param label by which readers know its kind
   */
  static Assertion of(String label, Map<String, ?> content) {
    return new Assertion(label, JumbfBox.of("cbor", label, JumbfBox.cbor(Cbor.of(content))));
  }

  /** As it stands in the manifest. */
  byte[] box() {
    return box;
  }

  /** A reference that holds only while not a bit of the assertion changes (C2PA, section 8.4). */
  Map<String, Object> reference() {
    MessageDigest hash = Sha256.digest();
    hash.update(box, JumbfBox.HEADER, box.length - JumbfBox.HEADER);
    return Map.of("url", "self#jumbf=c2pa.assertions/" + label, "hash", hash.digest());
  }
}
