package io.mien.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The first API key of a system on this machine: made once, kept in the data directory, readable by
 * its user only.
 */
final class FirstKey {

  private static final int BYTES = 24;

  private FirstKey() {}

  static String in(Path data) {
    Path file = data.resolve("first-key");
    try {
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, make());
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Keep the first API key in " + file, e);
    }
  }

  private static String make() {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    return "mien_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }
}
