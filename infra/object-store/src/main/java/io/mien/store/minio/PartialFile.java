package io.mien.store.minio;

import io.mien.contracts.failure.ResourceExhausted;
import io.mien.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** A file that appears under its name only when it is whole; removed when it never gets so. */
final class PartialFile implements AutoCloseable {

  private static final int PIECE = 1 << 16;

  private final Path target;
  private final Path partial;

  private PartialFile(Path target, Path partial) {
    this.target = target;
    this.partial = partial;
  }

  static PartialFile beside(Path target) throws IOException {
    Path directory = target.toAbsolutePath().getParent();
    if (directory == null) {
      throw new IOException("'" + target + "' is no place for a file");
    }
    Files.createDirectories(directory);
    return new PartialFile(
        target, Files.createTempFile(directory, "." + target.getFileName() + "-", ".part"));
  }

  /** Starts over with these bytes. */
  Received receive(InputStream in) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(partial), digest)) {
      byte[] piece = new byte[PIECE];
      long bytes = 0;
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        write(out, piece, read);
        bytes += read;
      }
      return new Received(bytes, Sha256.hex(digest.digest()));
    }
  }

  /** A full disk is not the object store's fault. */
  private void write(OutputStream out, byte[] piece, int length) {
    try {
      out.write(piece, 0, length);
    } catch (IOException e) {
      throw new ResourceExhausted(
          "disk-unwritable",
          "Cannot write %s: %s. Free some space in %s."
              .formatted(target, e.getMessage(), partial.getParent()),
          e);
    }
  }

  void complete() throws IOException {
    Files.move(
        partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(partial);
  }

  /** What arrived. */
  record Received(long bytes, String sha256) {}
}
