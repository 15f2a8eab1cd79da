package io.mien.ingest.dataset;

import io.mien.store.dataset.TarWriter;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** A tar of crops alone, on their way between two steps; the same crops give the same bytes. */
final class CropTar {

  static final String CONTENT_TYPE = "application/x-tar";

  private static final int BUFFER = 1 << 16;

  private CropTar() {}

  /** The name of a crop's entry. */
  static String name(FoundPicture.Face face) {
    return face.key() + ".png";
  }

  static TarWriter write(Path file) throws IOException {
    return new TarWriter(file);
  }

  static Reader read(Path file) throws IOException {
    return new Reader(file);
  }

  /** The crops in their order. Not thread-safe. */
  static final class Reader implements Closeable {

    private final Path file;
    private final TarArchiveInputStream tar;

    private Reader(Path file) throws IOException {
      this.file = file;
      this.tar =
          new TarArchiveInputStream(
              new BufferedInputStream(Files.newInputStream(file), BUFFER), "UTF-8");
    }

    /** The next crop, which has to be this one. */
    byte[] next(String name) throws IOException {
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
}
