package io.mien.cli.upload;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests that every Java has. */
final class Digests {

  private Digests() {}

  static MessageDigest of(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(
          "This Java has no %s, which every Java must have.".formatted(algorithm), e);
    }
  }
}
