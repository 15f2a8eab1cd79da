package io.mien.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A password on its way to {@code initdb}: readable by us only, gone when closed. */
record PasswordFile(Path path) implements AutoCloseable {

  static PasswordFile write(Path directory, Credentials credentials) throws IOException {
    Files.createDirectories(directory);
    // Temporary files are created with mode 0600
    Path file = Files.createTempFile(directory, "initdb", ".password");
    Files.writeString(file, credentials.secret());
    return new PasswordFile(file);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
