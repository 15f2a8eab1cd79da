package io.mien.store.dataset;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The entries of a tar whose order is known. Not thread-safe. */
public final class TarReader implements Closeable {

  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final TarArchiveInputStream tar;

  public TarReader(Path file) throws IOException {
    this.file = file;
    this.tar =
        new TarArchiveInputStream(
            new BufferedInputStream(Files.newInputStream(file), BUFFER), "UTF-8");
  }

  /** The content of the next entry, which has to be this one. */
  public byte[] next(String name) throws IOException {
    TarArchiveEntry entry = tar.getNextEntry();
    if (entry == null || !entry.getName().equals(name)) {
      throw new IllegalStateException(
          "%s should go on with %s, not with %s. Report this defect."
              .formatted(file, name, entry == null ? "its end" : entry.getName()));
    }
    return tar.readAllBytes();
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
