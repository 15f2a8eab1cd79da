package io.mien.synth.image.c2pa;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;

/** The algorithms of C2PA 2.2, section 13.2.1, that need no parameters. */
enum SignatureAlgorithm {
  ES256(-7, "SHA256withECDSAinP1363Format", "EC", 64),
  ES384(-35, "SHA384withECDSAinP1363Format", "EC", 96),
  ED25519(-8, "Ed25519", "Ed25519", 64);

  private final int coseId;
  private final String javaName;
  private final String keyName;
  private final int size;

  SignatureAlgorithm(int coseId, String javaName, String keyName, int size) {
    this.coseId = coseId;
    this.javaName = javaName;
    this.keyName = keyName;
    this.size = size;
  }

  /**
   * @throws IllegalArgumentException when C2PA or we have none for such a key
   */
  static SignatureAlgorithm of(PublicKey key) {
    if (key instanceof EdECPublicKey edwards && edwards.getParams().getName().equals("Ed25519")) {
      return ED25519;
    }
    int bits =
        key instanceof ECPublicKey curve
            ? curve.getParams().getCurve().getField().getFieldSize()
            : 0;
    return switch (bits) {
      case 256 -> ES256;
      case 384 -> ES384;
      default ->
          throw new IllegalArgumentException(
              "Sign images with a key of the kind %s: only Ed25519, P-256 and P-384 can be used."
                  .formatted(key.getAlgorithm()));
    };
  }

  /** In the registry of COSE algorithms (RFC 9053). */
  int coseId() {
    return coseId;
  }

  /** For {@link java.security.Signature}. */
  String javaName() {
    return javaName;
  }

  /** For {@link java.security.KeyFactory}. */
  String keyName() {
    return keyName;
  }

  /** Bytes of a signature. */
  int size() {
    return size;
  }
}
