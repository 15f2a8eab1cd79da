package io.mien.ingest.source.archive;

import io.mien.contracts.failure.InvalidInput;
import io.mien.ingest.source.DiskCopy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Undoes gzip, of which no part can be read without all that comes before it. */
final class Gunzip {

  private static final int BUFFER = 1 << 16;

  private final String archive;
  private final ArchiveLimits limits;

  /**
   * @param archive where it lies, for a person
   */
  Gunzip(String archive, ArchiveLimits limits) {
    this.archive = archive;
    this.limits = limits;
  }

  /**
   * @throws IOException when it is cut off or damaged
   * @throws InvalidInput {@code archive-too-large}
   */
  Path to(Path target, StoredBytes packed) throws IOException {
    try (InputStream in = new BufferedInputStream(packed.range(0, packed.size()), BUFFER);
        GzipCompressorInputStream plain =
            GzipCompressorInputStream.builder()
                .setInputStream(in)
                .setDecompressConcatenated(true)
                .get()) {
      DiskCopy.write(plain, target, bytes -> check(bytes, plain.getCompressedCount()));
    }
    return target;
  }

  private void check(long bytes, long packed) {
    if (bytes > limits.bytes() || limits.isBomb(bytes, packed)) {
      throw new InvalidInput(
          "archive-too-large",
          "Cannot read %s: %,d of its bytes unpack to more than %,d; at most %,d are unpacked, and %d times what was packed."
              .formatted(archive, packed, bytes, limits.bytes(), limits.ratio()));
    }
  }
}
