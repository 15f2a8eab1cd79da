package io.mien.cli.client;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests that every Java has. */
public final class Digests {

  private Digests() {}

  public static MessageDigest of(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(
          "This Java has no %s, which every Java must have.".formatted(algorithm), e);
    }
  }
}
