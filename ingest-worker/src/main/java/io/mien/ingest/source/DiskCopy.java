package io.mien.ingest.source;

import io.mien.contracts.failure.ResourceExhausted;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** Writing what somebody sent to disk. */
public final class DiskCopy {

  private static final int PIECE = 1 << 16;

  private DiskCopy() {}

  /**
   * @param progress takes the bytes so far, and may throw to make an end of it
   * @throws IOException when the stream fails
   * @throws ResourceExhausted when the disk does, which is not the sender's fault
   */
  public static void write(InputStream in, Path target, LongConsumer progress) throws IOException {
    byte[] piece = new byte[PIECE];
    long bytes = 0;
    try (OutputStream out = Files.newOutputStream(target)) {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        append(out, piece, read, target);
        bytes += read;
        progress.accept(bytes);
      }
    }
  }

  private static void append(OutputStream out, byte[] piece, int length, Path target) {
    try {
      out.write(piece, 0, length);
    } catch (IOException e) {
      throw new ResourceExhausted(
          "disk-unwritable",
          "Cannot write %s: %s. Free some space in %s."
              .formatted(target, e.getMessage(), target.getParent()),
          e);
    }
  }
}
