package io.mien.synth.image.c2pa;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** A signer's files, as {@code openssl} writes them. */
public final class PemFiles {

  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private PemFiles() {}

  /**
   * Reads who signs.
   *
   * @param certificates PEM, the signer's first
   * @param key PEM of a PKCS#8 key without password
   * @param now when the certificates must be valid
   * @throws IllegalArgumentException when a file is missing or unreadable, or the two cannot be
   *     used together
   */
  public static SigningIdentity read(Path certificates, Path key, Instant now) {
    List<X509Certificate> chain = certificates(certificates);
    CertificateChain.require(chain, now);
    String kind = SignatureAlgorithm.of(chain.get(0).getPublicKey()).keyName();
    return new SigningIdentity(chain, key(key, kind));
  }

  private static List<X509Certificate> certificates(Path file) {
    try {
      List<X509Certificate> chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(bytes(file)))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (chain.isEmpty()) {
        throw new IllegalArgumentException("Read certificates from %s: none.".formatted(file));
      }
      return chain;
    } catch (CertificateException e) {
      throw new IllegalArgumentException(
          "Read certificates from %s: %s. Write them as PEM.".formatted(file, e.getMessage()), e);
    }
  }

  private static PrivateKey key(Path file, String kind) {
    String pem = new String(bytes(file), StandardCharsets.US_ASCII);
    int begin = pem.indexOf(BEGIN);
    int end = pem.indexOf(END);
    try {
      byte[] der =
          Base64.getMimeDecoder()
              .decode(pem.substring(Math.max(0, begin) + BEGIN.length(), Math.max(begin, end)));
      return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new IllegalArgumentException(
          "Read the key of a certificate for %s from %s: it is no such key in PKCS#8. Convert it: openssl pkcs8 -topk8 -nocrypt."
              .formatted(kind, file),
          e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IllegalArgumentException("Read %s for signing images.".formatted(file), e);
    }
  }
}
