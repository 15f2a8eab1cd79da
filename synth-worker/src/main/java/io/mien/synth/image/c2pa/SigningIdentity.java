package io.mien.synth.image.c2pa;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Who signs: a private key and the certificates that vouch for it. Thread-safe. */
public final class SigningIdentity {

  private final PrivateKey key;
  private final SignatureAlgorithm algorithm;
  private final List<byte[]> chain;

  /**
   * @param certificates the signer's first, then each that vouches for the one before; a root is
   *     left out of signatures, since readers trust only roots that they have
   * @throws IllegalArgumentException when the key is not that of the first certificate, or cannot
   *     be used
   */
  SigningIdentity(List<X509Certificate> certificates, PrivateKey key) {
    X509Certificate own = certificates.get(0);
    this.key = key;
    this.algorithm = SignatureAlgorithm.of(own.getPublicKey());
    this.chain = encoded(certificates);
    if (!signsFor(own)) {
      throw new IllegalArgumentException(
          "Sign images as %s: the key is not that of the certificate. Configure the pair."
              .formatted(own.getSubjectX500Principal()));
    }
  }

  SignatureAlgorithm algorithm() {
    return algorithm;
  }

  /** DER, the signer's first. */
  List<byte[]> chain() {
    return chain;
  }

  byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(algorithm.javaName());
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "Sign with %s: %s".formatted(algorithm, e.getMessage()), e);
    }
  }

  private boolean signsFor(X509Certificate certificate) {
    byte[] probe = {1, 2, 3};
    byte[] signed = sign(probe);
    try {
      Signature signature = Signature.getInstance(algorithm.javaName());
      signature.initVerify(certificate.getPublicKey());
      signature.update(probe);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static List<byte[]> encoded(List<X509Certificate> certificates) {
    List<byte[]> chain = new ArrayList<>();
    try {
      for (X509Certificate certificate : certificates) {
        if (!CertificateChain.isRoot(certificate)) {
          chain.add(certificate.getEncoded());
        }
      }
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("Encode a certificate: " + e.getMessage(), e);
    }
    return List.copyOf(chain);
  }
}
