package io.mien.cli.synthesis;

import io.mien.cli.client.Digests;
import io.mien.cli.client.MienClient;
import io.mien.cli.client.ServerAway;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Bytes of the server on their way to the disk. A connection that breaks is {@link ServerAway},
 * which passes; an {@link IOException} is the disk's, which does not.
 */
final class Arrival {

  private static final int BUFFER = 1 << 16;

  private final MienClient client;

  Arrival(MienClient client) {
    this.client = client;
  }

  /**
   * Writes what is at the path into a file of its own.
   *
   * @return SHA-256 of the bytes, in lower-case hexadecimal
   */
  String write(String path, Path file) throws IOException {
    MessageDigest sha256 = Digests.of("SHA-256");
    try (InputStream in = client.open(path);
        OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      for (int count = read(in, buffer, path); count >= 0; count = read(in, buffer, path)) {
        sha256.update(buffer, 0, count);
        out.write(buffer, 0, count);
      }
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private int read(InputStream in, byte[] buffer, String path) {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw new ServerAway(client.address().resolve(path), e);
    }
  }
}
