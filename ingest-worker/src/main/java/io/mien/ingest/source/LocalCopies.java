package io.mien.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/**
 * Files of a dataset that were brought here, under their own names, so that messages about them
 * make sense. Thread-safe.
 *
 * @param directory of one task; need not be there
 */
public record LocalCopies(Path directory) {

  /** Opens what is to be brought. */
  @FunctionalInterface
  public interface Opening {
    InputStream open() throws IOException;
  }

  /**
   * The copy, made now unless it is there.
   *
   * @param name which {@link SourceName} finds no problem with
   */
  public Path of(String name, Opening opening) throws IOException {
    Path target = directory.resolve(name).normalize();
    if (!target.startsWith(directory.normalize())) {
      throw new IOException(SourceName.printable(name) + " lies outside the dataset");
    }
    if (!Files.exists(target)) {
      bring(opening, target);
    }
    return target;
  }

  private void bring(Opening opening, Path target) throws IOException {
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    Path partial = Files.createTempFile(directory, ".", ".part");
    try (InputStream in = opening.open()) {
      DiskCopy.write(in, partial, bytes -> {});
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
  }
}
