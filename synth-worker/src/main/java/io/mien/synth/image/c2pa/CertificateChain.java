package io.mien.synth.image.c2pa;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What C2PA 2.2, section 14.5.1, asks of certificates, as far as an operator is likely to get it
 * wrong: better no start than images whose signature every reader refuses.
 */
final class CertificateChain {

  /** C2PA's own purpose, signing of documents, protection of e-mail. */
  private static final Set<String> PURPOSES =
      Set.of("1.3.6.1.4.1.62558.2.1", "1.3.6.1.5.5.7.3.36", "1.3.6.1.5.5.7.3.4");

  private static final int DIGITAL_SIGNATURE = 0;

  private CertificateChain() {}

  static boolean isRoot(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }

  /**
   * @throws IllegalArgumentException saying what is wrong with which certificate
   */
  static void require(List<X509Certificate> chain, Instant now) {
    X509Certificate own = chain.get(0);
    if (isRoot(own)) {
      throw refused(own, "it is self-signed. Take one from an authority, even one of your own");
    }
    boolean[] usage = own.getKeyUsage();
    if (usage == null || !usage[DIGITAL_SIGNATURE]) {
      throw refused(own, "its key usage lacks digitalSignature");
    }
    if (purposes(own).stream().noneMatch(PURPOSES::contains)) {
      throw refused(own, "its extended key usage names none of " + PURPOSES);
    }
    for (int i = 0; i < chain.size(); i++) {
      X509Certificate certificate = chain.get(i);
      try {
        certificate.checkValidity(Date.from(now));
        if (i + 1 < chain.size()) {
          certificate.verify(chain.get(i + 1).getPublicKey());
        }
      } catch (GeneralSecurityException e) {
        throw refused(certificate, "it is out of date or not issued by the next in the file: " + e);
      }
    }
  }

  private static List<String> purposes(X509Certificate certificate) {
    try {
      return Objects.requireNonNullElse(certificate.getExtendedKeyUsage(), List.of());
    } catch (CertificateParsingException e) {
      throw refused(certificate, "its extended key usage is unreadable: " + e.getMessage());
    }
  }

  private static IllegalArgumentException refused(X509Certificate certificate, String why) {
    return new IllegalArgumentException(
        "Sign images with the certificate of %s: %s."
            .formatted(certificate.getSubjectX500Principal(), why));
  }
}
